"""Many threads at once: no wrong answer, nothing lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.errors import ConflictError
from sturing.store import concepten, leveringen, logboek
from sturing.store.controle import controleer
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_plan
from sturing.store.rijen import lees_bladen
from tests.store.voorbeeld import anders, lever, nieuw, organisatie


def test_eight_readers_never_see_half_a_levering(opslag: Opslag) -> None:
    """The writer moves 100 hours about between ten rows: every reader finds their sum whole."""
    lever(
        opslag,
        *organisatie()[:-1],
        *(nieuw("Inzet", volgnr=n + 1, uren_honderdste=1_000) for n in range(10)),
    )
    klaar = Event()

    def lees() -> int:
        gelezen = 0
        while not klaar.is_set():
            plan = lees_plan(opslag)
            vrij = [r.uren_honderdste for r in plan.inzet if r.uren_honderdste != 12_000]
            assert sum(vrij) == 10_000, vrij
            assert len(plan.inzet) == 11
            assert len(plan.teams) == 1
            laatste = leveringen.laatste(opslag)
            assert laatste is not None
            gelezen += 1
        return gelezen

    def schrijf() -> None:
        try:
            for ronde in range(10):
                rijen = [r for r in lees_bladen(opslag, ["Inzet"])["Inzet"] if r["volgnr"]]
                nieuwe = [1_000 + (ronde + 1 if n % 2 else -ronde - 1) for n in range(10)]
                lever(
                    opslag,
                    *(
                        anders("Inzet", r, uren_honderdste=u)
                        for r, u in zip(rijen, nieuwe, strict=True)
                    ),
                )
        finally:
            klaar.set()

    with ThreadPoolExecutor(9) as draden:
        lezers = [draden.submit(lees) for _ in range(8)]
        draden.submit(schrijf).result(timeout=60)
        gelezen = [lezer.result(timeout=60) for lezer in lezers]
    assert all(gelezen), gelezen
    laatste = leveringen.laatste(opslag)
    assert laatste is not None
    assert laatste.nummer == 11
    assert controleer(opslag) == ()


def test_eight_writers_of_one_draft_lose_nothing(opslag: Opslag) -> None:
    """Each adds five changes, reading again after every conflict: all forty must be there."""
    concept = concepten.maak(opslag, naam="c", eigenaar="a", basis_levering=0)

    def schrijf(wie: int) -> int:
        botsingen = 0
        for nummer in range(5):
            wijziging = w.Rang(opdracht=OpdrachtCode(f"O{wie}-{nummer}"), oude_plaats=2, plaats=1)
            while True:
                nu = concepten.lees(opslag, concept.id)
                try:
                    concepten.voeg_toe(opslag, concept.id, wijziging, nu.versie)
                    break
                except ConflictError:
                    botsingen += 1
        return botsingen

    with ThreadPoolExecutor(8) as draden:
        list(draden.map(schrijf, range(8)))
    einde = concepten.lees(opslag, concept.id)
    assert einde.versie == 41
    assert len({x.opdracht for x in einde.wijzigingen if isinstance(x, w.Rang)}) == 40


def test_leveringen_of_many_threads_get_their_own_numbers(opslag: Opslag) -> None:
    def schrijf(nummer: int) -> int:
        return lever(opslag, nieuw("Teams", team=f"T{nummer}")).nummer

    with ThreadPoolExecutor(8) as draden:
        nummers = list(draden.map(schrijf, range(24)))
    assert sorted(nummers) == list(range(1, 25))
    assert logboek.verifieer(opslag) is None
    assert len(lees_plan(opslag).teams) == 24
