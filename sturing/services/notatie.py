"""Dutch notation of numbers, dates and lists: the only place where a number becomes text.

Input units: hundredths of an hour, cents, Fractions and dates. Unknown is an en dash, never 0; a
minus is the real minus sign; thousands have a point, decimals a comma (ontwerp/beeld/tokens.md 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from sturing.domain import normen
from sturing.domain.tijd import Horizon, Maand
from sturing.rapport.regelval import VAST as VAST
from sturing.rapport.regelval import bijeen as bijeen

_GRENZEN = (normen.ONDER_DRUK_VANAF_PCT, normen.HAALBAAR_VANAF_PCT)
ONBEKEND = "–"
MIN = "−"
TOT = "–"
"""Between the first and the last of a row of months."""
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def _afronden(waarde: Fraction | Decimal | int, decimalen: int) -> Decimal:
    stap = Decimal(1).scaleb(-decimalen)
    if isinstance(waarde, Fraction):
        schaal = 10**decimalen
        tweemaal = abs(waarde) * schaal * 2
        heel = (tweemaal.numerator // tweemaal.denominator + 1) // 2
        return (Decimal(heel) * stap).copy_sign(-1 if waarde < 0 else 1)
    return Decimal(waarde).quantize(stap, ROUND_HALF_UP)


def getal(
    waarde: Fraction | Decimal | int | None, decimalen: int = 0, *, teken: bool = False
) -> str:
    """`1.234,5`; with `teken` a plus sign above zero (columns of differences only)."""
    if waarde is None:
        return ONBEKEND
    if isinstance(waarde, int) and not decimalen:
        rond: Decimal | int = waarde
    else:
        rond = _afronden(waarde, decimalen)
    tekst = f"{abs(rond):,.{decimalen}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    if rond < 0:
        return MIN + tekst
    return f"+{tekst}" if teken and rond > 0 else tekst


def uren_heel(honderdste: int) -> int:
    """Hundredths of an hour as whole hours, half away from zero: what a screen shows."""
    heel = (abs(honderdste) + 50) // 100
    return -heel if honderdste < 0 else heel


def uren(honderdste: int | None, *, teken: bool = False) -> str:
    """Whole hours without a unit: `1.234`."""
    return ONBEKEND if honderdste is None else getal(uren_heel(honderdste), teken=teken)


def uren_met_eenheid(honderdste: int | None) -> str:
    """`1.234 uur`."""
    return f"{uren(honderdste)}{VAST}uur"


def uren_precies(waarde: Fraction | None) -> str:
    """Hours with one decimal, for the explanation of the hour chain."""
    return getal(waarde, 1)


def pct(deel: Fraction | None) -> str:
    """A ratio as a whole percentage: `96%`; 99.9% shows as 99%, for it is not the whole."""
    heel = pct_heel(deel)
    return ONBEKEND if heel is None else f"{getal(heel)}%"


def pct_heel(deel: Fraction | None) -> int | None:
    """A ratio as whole percent, half up, but never 100 below 1 and never 0 above 0."""
    if deel is None:
        return None
    honderd = deel * 100
    heel = (2 * honderd.numerator + honderd.denominator) // (2 * honderd.denominator)
    if deel < 1 and heel >= 100:
        return 99
    if deel > 0 and heel == 0:
        return 1
    return int(heel)


def dekking(deel: Fraction | None) -> str:
    """A coverage as a whole percentage, as `dekking_heel` rounds it."""
    heel = dekking_heel(deel)
    return ONBEKEND if heel is None else f"{getal(heel)}%"


def dekking_heel(deel: Fraction | None) -> int | None:
    """A coverage as whole percent, as `pct_heel`, but never at a limit of a status while below it:
    what is niet haalbaar does not show as 50%, what is onder druk not as 95%."""
    heel = pct_heel(deel)
    if deel is not None and heel in _GRENZEN and deel * 100 < heel:
        return heel - 1
    return heel


def fte(waarde: Fraction | Decimal | None) -> str:
    """Fte with one decimal: `4,5`."""
    return getal(waarde, 1)


def euro(cent: int | None) -> str:
    """A whole amount: `€ 152.978`."""
    return ONBEKEND if cent is None else f"€{VAST}{getal(Fraction(cent, 100))}"


def euro_verschil(cent: int) -> str:
    """A difference of whole euros with its sign: `−€ 1.250`; one below half a euro in words."""
    if abs(cent) < 50:
        return f"minder dan €{VAST}1" if cent else euro(0)
    return f"{MIN if cent < 0 else '+'}{euro(abs(cent))}"


def euro_mln(cent: int | None) -> str:
    """`€ 1,2 mln`; below half a million on a thousand: `€ 340.000`."""
    if cent is None:
        return ONBEKEND
    if abs(cent) >= 50_000_000:
        return f"€{VAST}{getal(Fraction(cent, 100_000_000), 1)}{VAST}mln"
    return f"€{VAST}{getal(afgerond(cent, 100_000) * 1000)}"


def dag(tijdstip: datetime) -> date:
    """The day of a moment (with a time zone) by the clock of this computer: at half past midnight
    it is another day than in UTC, in which moments are stored."""
    return tijdstip.astimezone().date()


def datum(dag: date | None) -> str:
    """`16-11-2026`, for tables."""
    return ONBEKEND if dag is None else f"{dag.day:02d}-{dag.month:02d}-{dag.year}"


def moment_kort(tijdstip: datetime) -> str:
    """`16-11-2026 14.05`, by the clock of this computer, for tables."""
    hier = tijdstip.astimezone()
    return f"{datum(hier.date())} {hier:%H.%M}"


def datum_zin(dag: date) -> str:
    """`16 november 2026`, for sentences."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def moment(tijdstip: datetime) -> str:
    """`12 november 2026 om 10.42 uur`, by the clock of this computer; `tijdstip` has a zone."""
    hier = tijdstip.astimezone()
    return f"{datum_zin(hier.date())} om {hier.hour}.{hier.minute:02d} uur"


def maand_kort(maand: Maand) -> str:
    """`mrt`, for tables and axes."""
    return MAANDEN_KORT[maand.maand - 1]


def maandreeks(maanden: Sequence[Maand]) -> str:
    """Months of one year in order, three or more in a row with a dash: `jan–mrt, mei, jul`."""
    groepen: list[list[Maand]] = []
    for maand in maanden:
        if groepen and groepen[-1][-1].plus(1) == maand:
            groepen[-1].append(maand)
        else:
            groepen.append([maand])
    delen = []
    for groep in groepen:
        if len(groep) > 2:
            delen.append(f"{maand_kort(groep[0])}{TOT}{maand_kort(groep[-1])}")
        else:
            delen += map(maand_kort, groep)
    return ", ".join(delen)


def maand_lang(maand: Maand) -> str:
    """`maart 2027`, for sentences."""
    return f"{MAANDEN[maand.maand - 1]} {maand.jaar}"


def periode(horizon: Horizon) -> str:
    """`2027, januari t/m december` or `maart 2027 t/m februari 2028`."""
    if horizon.van.jaar == horizon.tot.jaar:
        van, tot = MAANDEN[horizon.van.maand - 1], MAANDEN[horizon.tot.maand - 1]
        return f"{horizon.van.jaar}, {van}" + ("" if horizon.van == horizon.tot else f" t/m {tot}")
    return f"{maand_lang(horizon.van)} t/m {maand_lang(horizon.tot)}"


def opsomming(delen: Sequence[str]) -> str:
    """`a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def aantal(n: int, enkel: str, meer: str) -> str:
    """`1 opdracht`, `3 opdrachten`."""
    return f"{getal(n)} {enkel if n == 1 else meer}"


def rijen_die_veranderen(nieuw: int, gewijzigd: int, vervallen: int) -> str:
    """`Er komen 2 rijen bij, 1 rij wijzigt en 3 rijen vervallen.`, without what is 0; empty when
    all are."""
    delen = [
        f"{woord} {aantal(n, 'rij', 'rijen')} {wat}".strip()
        for n, woord, wat in (
            (nieuw, "er komt" if nieuw == 1 else "er komen", "bij"),
            (gewijzigd, "", "wijzigt" if gewijzigd == 1 else "wijzigen"),
            (vervallen, "", "vervalt" if vervallen == 1 else "vervallen"),
        )
        if n
    ]
    zin = opsomming(delen)
    return f"{zin[:1].upper()}{zin[1:]}." if zin else ""


def afgerond(waarde: int, per: int) -> int:
    """`waarde` in whole units of `per`, half away from zero."""
    heel = (2 * abs(waarde) + per) // (2 * per)
    return -heel if waarde < 0 else heel


def rond_op_totaal(honderdsten: Sequence[int], per: int = 100) -> tuple[int, ...]:
    """Whole hours per part that add up to the rounded total (largest remainder, first part wins).

    So that a column on a screen adds up to the number under it. With another `per` the parts are
    in other units: cents with 100,000 become thousands of euros.
    """
    if not honderdsten:
        return ()
    doel = afgerond(sum(honderdsten), per)
    heel = [h // per for h in honderdsten]
    rest = sorted(range(len(heel)), key=lambda i: (-(honderdsten[i] % per), i))
    for i in rest[: doel - sum(heel)]:
        heel[i] += 1
    return tuple(heel)


def rond_paren(
    gevraagd: Sequence[int], toegekend: Sequence[int], per: int = 100
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Asked and granted parts (granted at most asked, none below 0) in whole units that each add
    up to their rounded total, and still never show more granted than asked."""
    vraagt = rond_op_totaal(gevraagd, per)
    krijgt = [waarde // per for waarde in toegekend]
    over = afgerond(sum(toegekend), per) - sum(krijgt)
    volgorde = sorted(range(len(krijgt)), key=lambda i: (-(toegekend[i] % per), i))
    while over > 0:
        open_ = [i for i in volgorde if krijgt[i] < vraagt[i]]
        for i in open_[:over]:
            krijgt[i] += 1
        over -= min(over, len(open_))
    return vraagt, tuple(krijgt)
