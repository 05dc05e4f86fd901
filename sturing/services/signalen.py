"""The signals on the overview: at most four, first what asks for a choice, last what is fine."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sturing.analyses.slapend import compute_slapend
from sturing.analyses.wettelijk import Wettelijkregel
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Status
from sturing.domain.samenspel import Stand, Teamsignaal
from sturing.domain.wie import Wie
from sturing.rights import samenspel as recht
from sturing.services import notatie
from sturing.services.beelden import Signaal
from sturing.services.blik import Blik
from sturing.services.gespreksbeeld import signaalzin
from sturing.services.omgeving import Omgeving
from sturing.services.teamsignalen import stand_nu, zichtbare_signalen

_SLAAPT = {
    Status.PARKEERPLAATS: "staat op de parkeerplaats",
    Status.AFGEROND: "is afgerond",
    Status.GESTOPT: "is gestopt",
    Status.IDEE: "is nog een idee",
}


def van_teams(omgeving: Omgeving, blik: Blik, wie: Wie) -> tuple[Signaal, ...]:
    """What teams (of the domain that is looked at) raised and nobody answered, as far as `wie` may
    read it: one line, which names the one that waits longest and counts the others. It leads to
    where `wie` can act on it."""
    basis = blik.basis
    wachten = [
        s
        for s in zichtbare_signalen(omgeving, basis, wie)
        if _is_hier(blik, s) and stand_nu(omgeving, s) is Stand.OPEN
    ]
    if not wachten:
        return ()
    eerste, meer = wachten[-1], len(wachten) - 1
    anderen = notatie.aantal(meer, "ander signaal wacht", "andere signalen wachten")
    voor_mij = any(recht.mag_signaal_beantwoorden(wie, basis.plan, basis.index, s) for s in wachten)
    return (
        Signaal(
            ernst="druk",
            tekst=f"{signaalzin(eerste, basis.namen)}."
            + (f" Nog {anderen} op antwoord." if meer else ""),
            bron=f"Gemeld door {eerste.berichten[0].naam}",
            naar="opdrachtgever" if voor_mij and wie.persoon else "signalen",
        ),
    )


def _is_hier(blik: Blik, signaal: Teamsignaal) -> bool:
    """By the team that raised it; without one by its opdracht."""
    if signaal.team is not None:
        return blik.heeft_team(signaal.team)
    opdrachten = (o for o in blik.basis.plan.opdrachten if o.opdracht == signaal.opdracht)
    return blik.domein is None or any(blik.heeft_opdracht(o) for o in opdrachten)


def signalen(
    blik: Blik,
    wettelijk: Sequence[Wettelijkregel],
    zichtbaar: Collection[OpdrachtCode],
    gemeld: Sequence[Signaal] = (),
) -> tuple[Signaal, ...]:
    """At most four: first what asks for a choice (`gemeld` is what teams raised), last what is
    fine. Only opdrachten in `zichtbaar` are named; it and `wettelijk` are of the domain that is
    looked at."""
    lijst: list[Signaal] = []
    plan, namen = blik.basis.plan, blik.basis.namen
    for regel in wettelijk:
        if regel.te_veel_honderdste:
            uren = notatie.uren_met_eenheid(regel.te_veel_honderdste)
            lijst.append(
                Signaal(
                    ernst="niet",
                    tekst=f"Wettelijk werk vraagt bij {namen.team(regel.team)} "
                    f"{uren} meer dan er is.",
                    bron="Wettelijk werk",
                    naar="prioriteiten",
                )
            )
    lijst += gemeld
    zonder = [
        o
        for o in plan.opdrachten
        if o.status.vraagt and o.opdrachtgever is None and o.opdracht in zichtbaar
    ]
    if zonder:
        eerste = zonder[0].kort
        meer = f" en {len(zonder) - 1} andere" if len(zonder) > 1 else ""
        heeft = "hebben" if len(zonder) > 1 else "heeft"
        lijst.append(
            Signaal(
                ernst="druk",
                tekst=f"{eerste}{meer} {heeft} geen ambtelijk opdrachtgever.",
                bron="Principe-afspraken",
                naar="afspraken",
            )
        )
    slapend = [r for r in compute_slapend(plan) if r.opdracht in zichtbaar]
    if slapend:
        regel_s = slapend[0]
        lijst.append(
            Signaal(
                ernst="druk",
                tekst=f"{namen.opdracht(regel_s.opdracht)} {_SLAAPT[regel_s.status]}, maar "
                f"er is nog {notatie.uren_met_eenheid(regel_s.geboekt_honderdste)} op geboekt.",
                bron="Geschreven uren, laatste drie maanden",
                naar="afspraken",
            )
        )
    past = [r for r in wettelijk if not r.te_veel_honderdste]
    if past:
        lijst.append(
            Signaal(
                ernst="goed",
                tekst=f"Bij {notatie.aantal(len(past), 'team', 'teams')} past het wettelijke werk "
                "in de uren die er zijn.",
                bron="Wettelijk werk",
            )
        )
    goed = [s for s in lijst[3:] if s.ernst == "goed"]
    return (*lijst[:3], *goed[:1])
