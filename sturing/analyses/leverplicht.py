"""Who has to deliver which sheet before which day, of what is not there or not fresh enough?

Owns how a row of the calendar meets what is stored. Roles as in the sturingskader: a
teamondersteuner for the own teams, a gebiedsmakelaar for the agenda of an area, a controller for
money, strategisch managers for opdrachten and goals. `peildag` is an argument, never the clock.
Unit: whole days and months.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sturing.analyses.pc_kalender import Kalenderregel, Maandeis, Wanneer
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Rol
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand


@dataclass(frozen=True, slots=True, kw_only=True)
class Leverplicht:
    """One delivery that is asked and not there yet.

    `laatste_dag` None: always, without a date. `maanden` are the missing months, empty when the
    whole sheet is asked. `ververs`: it is there, and has to be brought again. `namen` are those who
    hold the role for it, by name; empty when nobody was named.
    """

    product: str
    laatste_dag: date | None
    te_laat: bool
    ververs: bool
    maanden: tuple[Maand, ...]
    rol: Rol
    namen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """What is known of one sheet of one team, area or the organisation, in one plan year.

    `gevraagd` are the months that it should hold in the end, `ingeleverd` the day on which it was
    last brought (None: unknown). `van` and `tot` are the window of the team, None is open.
    """

    jaar: int
    rijen: int
    maanden: frozenset[Maand]
    gevraagd: tuple[Maand, ...]
    ingeleverd: date | None
    nodig: bool
    van: date | None = None
    tot: date | None = None


def leverplichten(
    stuk: Stuk,
    regels: Sequence[Kalenderregel],
    peildag: date,
    namen: Namenlijst,
    sleutel: str | None,
) -> tuple[Leverplicht, ...]:
    """What the calendar still asks of this sheet on `peildag`: late first, then by date.

    Of the moments at which a sheet has to be fresh the last one past and the next one count.
    """
    gevonden = []
    for regel in regels:
        for dag, maanden, ververs in _open(stuk, regel, peildag):
            gevonden.append(
                Leverplicht(
                    product=regel.product,
                    laatste_dag=dag,
                    te_laat=dag is not None and dag < peildag,
                    ververs=ververs,
                    maanden=maanden,
                    rol=regel.rol,
                    namen=namen.van(regel.rol, sleutel),
                )
            )
    vers = sorted((p for p in gevonden if p.ververs and p.laatste_dag), key=_dag)
    voorbij = [p for p in vers if p.te_laat][-1:]
    komend = [p for p in vers if not p.te_laat][:1]
    over = [p for p in gevonden if not p.ververs] + voorbij + komend
    return tuple(sorted(over, key=lambda p: (not p.te_laat, _dag(p), p.product)))


def _dag(plicht: Leverplicht) -> date:
    return plicht.laatste_dag or date.max


_Open = tuple[date | None, tuple[Maand, ...], bool]


def _open(stuk: Stuk, regel: Kalenderregel, peildag: date) -> Iterator[_Open]:
    """Last day, missing months, and whether it is there but has to be brought again."""
    match regel.wanneer:
        case Wanneer.WERKDAG:
            yield from _per_maand(stuk, regel, peildag)
        case Wanneer.DOORLOPEND:
            yield from _doorlopend(stuk, regel)
        case Wanneer.DATUM:
            yield from _op_datum(stuk, regel, peildag)


def _per_maand(stuk: Stuk, regel: Kalenderregel, peildag: date) -> Iterator[_Open]:
    """All months that are late together, and the first month of which the day still comes."""
    mist = [(regel.dag_na_maand(m), m) for m in stuk.gevraagd if m not in stuk.maanden]
    te_laat = [(dag, m) for dag, m in mist if dag < peildag]
    if te_laat:
        yield te_laat[0][0], tuple(m for _, m in te_laat), False
    yield from ((dag, (m,), False) for dag, m in mist[len(te_laat) :][:1])


def _doorlopend(stuk: Stuk, regel: Kalenderregel) -> Iterator[_Open]:
    if not stuk.rijen:
        if stuk.nodig:
            yield None, (), False
    elif regel.vers_dagen is not None and stuk.ingeleverd is not None:
        yield stuk.ingeleverd + timedelta(days=regel.vers_dagen), (), True


def _op_datum(stuk: Stuk, regel: Kalenderregel, peildag: date) -> Iterator[_Open]:
    dag, vers_vanaf = regel.laatste_dag(stuk.jaar), regel.vers_vanaf(stuk.jaar)
    if dag is None or not stuk.nodig:
        return
    if vers_vanaf is not None:
        # A sheet that is not there at all is asked by the product that it belongs to.
        bestaat = (stuk.van or dag) <= dag <= (stuk.tot or dag)
        if bestaat and stuk.ingeleverd is not None and stuk.ingeleverd < vers_vanaf:
            yield dag, (), True
        return
    # A team that begins later in the year has until its first day.
    dag = max(dag, stuk.van) if stuk.van else dag
    if regel.maanden is Maandeis.ALLE:
        # What was spent is known month by month: the whole year is asked after its end only.
        if regel.jaar > 0 and peildag.year <= stuk.jaar:
            return
        mist = tuple(m for m in stuk.gevraagd if m not in stuk.maanden)
        if mist:
            yield dag, mist if stuk.rijen else (), False
    elif not stuk.rijen:
        yield dag, (), False


class Namenlijst:
    """Who holds which role on a day, by name: of a team, of an area, or for all."""

    def __init__(self, plan: Plan, peildag: date) -> None:
        self._naam = {rol.persoon: rol.naam for rol in plan.personen}
        self._per_sleutel: dict[Rol, dict[str, PersoonCode | None]] = {
            Rol.TEAMONDERSTEUNER: {t.team: t.teamondersteuner for t in plan.teams},
            Rol.GEBIEDSMAKELAAR: {g.gebied: g.gebiedsmakelaar for g in plan.gebieden},
        }
        self._met_rol: dict[Rol, tuple[str, ...]] = {
            rol: tuple(
                sorted(
                    {
                        p.naam
                        for p in plan.personen
                        if p.rol is rol
                        and (p.van is None or p.van <= peildag)
                        and (p.tot is None or p.tot >= peildag)
                    }
                )
            )
            for rol in (Rol.CONTROLLER, Rol.STRATEGISCH_MANAGER)
        }

    def van(self, rol: Rol, sleutel: str | None) -> tuple[str, ...]:
        """The names, sorted; empty when nobody was named. `sleutel` is a team or an area."""
        if rol not in self._per_sleutel:
            return self._met_rol.get(rol, ())
        persoon = self._per_sleutel[rol].get(sleutel or "")
        return (self._naam.get(persoon, persoon),) if persoon else ()
