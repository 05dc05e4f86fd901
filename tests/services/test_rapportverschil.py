"""What a report says of the time since the last decision, on two domains that share a team.

T2 has 1,375 hours. The decision puts S2 (700 hours of T2) before S3 (800) and S1 (900); later a
levering asks 600 hours less for S2, which go to S3 and S1.
"""

from __future__ import annotations

from sturing.domain.levering import Mutatie
from sturing.rapport.model import Rapport, Soort, Tabel, Zinnen
from sturing.services.omgeving import Omgeving
from sturing.services.rapportbron import bron_van
from sturing.services.rapporten import rapport_uit
from tests.services.besluitproef import leg_voor, lever, neem, omgeving_van
from tests.services.besluitwereld import DIR, VOORAAN, wereld

KOP = "Sinds het laatste besluit"


def directie(omgeving: Omgeving) -> Rapport:
    return rapport_uit(bron_van(omgeving, DIR), Soort.DIRECTIE)


def zinnen(rapport: Rapport) -> tuple[str, ...]:
    return next(d.zinnen for d in rapport.delen if isinstance(d, Zinnen) and d.kop == KOP)


def test_a_report_says_what_changed_since_the_last_decision() -> None:
    rijen = wereld()
    omgeving = omgeving_van(rijen)
    assert zinnen(directie(omgeving)) == ("Er is nog geen besluit genomen.",)
    genomen = neem(omgeving, DIR, leg_voor(omgeving, DIR, VOORAAN))
    dag = genomen.besluit.tijdstip.astimezone()
    meteen = zinnen(directie(omgeving))
    assert meteen[0].startswith("Het laatste besluit is nummer 1, ‘Wonen eerst’, van ")
    assert meteen[0].endswith(f"{dag.year}.")
    assert meteen[1] == "Sindsdien krijgt geen van deze opdrachten meer of minder uren of geld."
    oud = next(
        m.nieuw
        for m in rijen
        if m.blad == "Inzet" and m.nieuw and (m.nieuw["opdracht"], m.nieuw["team"]) == ("S2", "T2")
    )
    lever(omgeving, [Mutatie(blad="Inzet", oud=oud, nieuw={**oud, "uren_honderdste": 100_00})])
    rapport = directie(omgeving)
    assert zinnen(rapport) == (
        meteen[0],
        "Sindsdien krijgen 2 opdrachten meer en 1 opdracht minder uren of geld.",
    )
    tabel = next(d for d in rapport.delen if isinstance(d, Tabel) and d.blad == "Verschil")
    assert tabel.kop == "Toegekend: bij het besluit en nu"
    assert [[cel.tekst for cel in rij.cellen] for rij in tabel.rijen] == [
        ["Schapenweide", "1.100", "500", "−600"],
        ["Spoorzone", "1.200", "1.675", "+475"],
        ["Nobelkwartier", "675", "800", "+125"],
        ["Samen", "2.975", "2.975", "0"],
    ]
    omgeving.sluit()


def test_what_differs_by_less_than_an_hour_stands_together_and_says_so() -> None:
    rijen = wereld()
    omgeving = omgeving_van(rijen)
    neem(omgeving, DIR, leg_voor(omgeving, DIR, VOORAAN))
    oud = next(
        m.nieuw
        for m in rijen
        if m.blad == "Inzet" and m.nieuw and (m.nieuw["opdracht"], m.nieuw["team"]) == ("S2", "T2")
    )
    lever(omgeving, [Mutatie(blad="Inzet", oud=oud, nieuw={**oud, "uren_honderdste": 699_90})])
    tabel = next(
        d for d in directie(omgeving).delen if isinstance(d, Tabel) and d.blad == "Verschil"
    )
    namen = [rij.cellen[0].tekst for rij in tabel.rijen]
    assert namen == ["2 opdrachten: minder dan 1 uur, of alleen geld"]
    omgeving.sluit()
