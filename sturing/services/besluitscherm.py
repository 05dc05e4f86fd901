"""The page Besluiten: the proposal that lies open, what the state allows, and the ledger below it.

Owns what this person sees and may do (besluitkop.py has the answer in words). Must never store
(voorstellen.py and besluit.py do).
"""

from __future__ import annotations

from sturing.domain.besluit import Reactie, Reactiesoort, Voorstel, Voorstelstand
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Herkomst, Wie
from sturing.errors import RechtError
from sturing.rights.mag import (
    Actie,
    mag,
    object_organisatie,
    object_scenario,
    zichtbare_opdrachten,
)
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Keuze
from sturing.services.besluitbeeld import (
    Besluitenbeeld,
    Besluitrij,
    Bezwaarbeeld,
    Reactieregel,
    Voorlegbeeld,
    Voorstelbeeld,
    Voorsteldoen,
)
from sturing.services.besluitgevolg import gevolgdeel, kenmerk
from sturing.services.besluitkop import kop_met_voorstel, kop_zonder_voorstel
from sturing.services.besluitrecht import (
    eigen_verlies,
    eis_voorleggen,
    laatste_woord,
    mag_adviseren,
    mag_antwoorden,
    nog_geen_akkoord,
    verliezen,
)
from sturing.services.concept import eigen_concept, uitkomst_van
from sturing.services.conceptregels import leesbare_reden
from sturing.services.doorrekenen import voorsteldoen
from sturing.services.omgeving import Omgeving
from sturing.services.voorstellen import Beoordeling, beoordeel
from sturing.store import besluiten as ledger
from sturing.store import voorstellen as opslag_voorstellen

REACTIE_DAGEN = 7
"""So long others have to react, unless another day is chosen."""


def besluiten(
    omgeving: Omgeving, wie: Wie, gekozen: int | None = None
) -> Besluitenbeeld | Geweigerd:
    """The open proposal `gekozen` (else the one that waits longest), and every decision."""
    index = omgeving.basis().index
    oordeel = mag(wie, Actie.TOTALEN_LEZEN, object_organisatie())
    if not oordeel and not zichtbare_opdrachten(wie, index, index.opdrachten):
        return geen_toegang()
    alle = opslag_voorstellen.lijst(omgeving.opslag)
    open_ = [v for v in alle if v.stand is Voorstelstand.OPEN]
    voorstel = next((v for v in open_ if v.nummer == gekozen), open_[0] if open_ else None)
    beeld = kop = None
    if voorstel is not None:
        beoordeling = beoordeel(omgeving, wie, voorstel)
        doen = voorsteldoen(omgeving, wie, voorstel, beoordeling.basis)
        beeld = _voorstelbeeld(wie, beoordeling, doen, totalen=bool(oordeel))
        kop = kop_met_voorstel(beoordeling, beeld)
    eerdere = _eerdere(omgeving, alle)
    mag_voorleggen = bool(mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account)))
    return Besluitenbeeld(
        kop=kop or kop_zonder_voorstel(eerdere, mag_voorleggen=mag_voorleggen),
        open_voorstellen=tuple(Keuze(sleutel=str(v.nummer), naam=v.titel) for v in open_),
        voorstel=beeld,
        eerdere=eerdere,
        mag_voorleggen=mag_voorleggen,
    )


def geen_toegang() -> Geweigerd:
    """Who may read no totals and no opdracht sees no decisions."""
    return Geweigerd(
        titel="U mag deze pagina niet zien.",
        uitleg="Hiervoor is een rol nodig waarmee u de uren van opdrachten mag zien. "
        "Vraag een beheerder.",
    )


def voorlegbeeld(omgeving: Omgeving, wie: Wie, horizon: Horizon) -> Voorlegbeeld:
    """What the own draft would do and who gives, before it is laid before who decides."""
    basis = omgeving.basis(horizon)
    concept = eigen_concept(omgeving, wie)
    if concept is None or not concept.wijzigingen:
        return Voorlegbeeld(
            concept=0,
            versie=0,
            wijzigingen=(),
            levert_in=(),
            conflicten=(),
            waarom_niet="U heeft nog niets gewijzigd. Versleep eerst een opdracht.",
            reactie_dagen=REACTIE_DAGEN,
        )
    na = uitkomst_van(omgeving, basis, concept)
    waarom = ""
    if concept.eigenaar != wie.account:
        waarom = "Dit concept is van een ander. Vraag de eigenaar om het voor te leggen."
    try:
        eis_voorleggen(wie, concept.wijzigingen, basis.index)
    except RechtError as fout:
        waarom = " ".join(filter(None, (fout.title, fout.message, fout.hint)))
    verlies = verliezen(basis.uitkomst, na)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, basis.index.opdrachten)
    gevolg = gevolgdeel(basis.uitkomst, na, concept.wijzigingen, verlies, zichtbaar, totalen=False)
    return Voorlegbeeld(
        concept=concept.id,
        versie=concept.versie,
        wijzigingen=gevolg.wijzigingen,
        levert_in=gevolg.levert_in,
        conflicten=tuple(
            leesbare_reden(c.reden, c.wijziging, basis.namen.voor(zichtbaar))
            for c in na.stand.conflicten
        ),
        waarom_niet=waarom,
        reactie_dagen=REACTIE_DAGEN,
    )


def _voorstelbeeld(wie: Wie, b: Beoordeling, doen: Voorsteldoen, *, totalen: bool) -> Voorstelbeeld:
    voorstel, index = b.voorstel, b.basis.index
    codes = index.opdrachten.keys() | b.index_na.opdrachten.keys()
    zichtbaar = zichtbare_opdrachten(wie, index, codes)
    lokaal = wie.herkomst is Herkomst.LOKAAL  # who is everybody: there is nobody else to ask
    eigen = () if lokaal else eigen_verlies(wie, b.verlies_ooit, index)
    personen, zonder = nog_geen_akkoord(voorstel, () if lokaal else b.verlies_ooit, index)
    soorten = {
        soort: tuple(_reactie(r) for r in voorstel.reacties if r.soort is soort)
        for soort in (Reactiesoort.AKKOORD, Reactiesoort.ADVIES)
    }
    namen = b.basis.namen.voor(zichtbaar)
    wacht = [namen.persoon_kort(p) for p in personen]
    wacht += [f"{namen.opdracht(c)} (zonder opdrachtgever)" for c in zonder]
    return Voorstelbeeld(
        nummer=voorstel.nummer,
        versie=voorstel.versie,
        op_levering=b.basis.levering,
        titel=voorstel.titel,
        toelichting=voorstel.toelichting,
        gevolg=gevolgdeel(
            b.basis.uitkomst,
            b.na,
            voorstel.wijzigingen,
            b.verlies_ooit,
            zichtbaar,
            totalen=totalen,
        ),
        conflicten=tuple(
            leesbare_reden(c.reden, c.wijziging, namen) for c in b.na.stand.conflicten
        ),
        verschoven=f"De gegevens zijn veranderd sinds dit voorstel is gedaan (toen levering "
        f"{voorstel.basis_levering}, nu {b.basis.levering}). De getallen zijn opnieuw berekend."
        if b.verschoven
        else "",
        bezwaren=tuple(_bezwaar(voorstel, r) for r in voorstel.bezwaren),
        akkoorden=soorten[Reactiesoort.AKKOORD],
        adviezen=soorten[Reactiesoort.ADVIES],
        wacht_op=tuple(wacht),
        mag_besluiten=b.recht.mag,
        waarom_niet=b.recht.waarom_niet,
        besluit_van=f"Besluit van {wie.naam[0].lower()}{wie.naam[1:]}",
        eigen=tuple(b.basis.namen.opdracht(deel.opdracht) for deel in eigen),
        gezegd=(laatste_woord(voorstel, wie.persoon) or "") if wie.persoon else "",
        mag_adviseren=mag_adviseren(wie, voorstel, b.verlies_ooit, index),
        mag_antwoorden=mag_antwoorden(wie, voorstel, b.recht),
        mag_intrekken=wie.account == voorstel.account,
        doen=doen,
    )


def _bezwaar(voorstel: Voorstel, bezwaar: Reactie) -> Bezwaarbeeld:
    antwoord = voorstel.antwoord_op(bezwaar)
    stand = "open" if antwoord is None else "beantwoord"
    if voorstel.ingetrokken(bezwaar):
        stand = "ingetrokken"
    return Bezwaarbeeld(
        nummer=bezwaar.nummer,
        naam=bezwaar.naam,
        tekst=bezwaar.tekst,
        wanneer=_wanneer(bezwaar),
        stand=stand,
        antwoord=antwoord.tekst if antwoord else "",
        antwoord_van=f"{_wanneer(antwoord)} · {antwoord.naam}" if antwoord else "",
    )


def _reactie(reactie: Reactie) -> Reactieregel:
    return Reactieregel(naam=reactie.naam, tekst=reactie.tekst, wanneer=_wanneer(reactie))


def _wanneer(reactie: Reactie) -> str:
    return notatie.datum(notatie.dag(reactie.tijdstip))


def _eerdere(omgeving: Omgeving, alle: tuple[Voorstel, ...]) -> tuple[Besluitrij, ...]:
    """Every decision, and every proposal that ended without one, newest first."""
    rijen = [
        (
            b.tijdstip,
            Besluitrij(
                besluit=b.nummer,
                datum=notatie.datum(notatie.dag(b.tijdstip)),
                titel=b.titel,
                door=b.naam,
                uitkomst=b.stand.value,
                kenmerk=kenmerk(b.vingerafdruk),
                reden=b.reden,
            ),
        )
        for b in ledger.lijst(omgeving.opslag)
    ]
    for v in alle:
        if v.stand in (Voorstelstand.TERUGGESTUURD, Voorstelstand.INGETROKKEN):
            vraag = v.reacties[-1] if v.stand is Voorstelstand.TERUGGESTUURD else None
            wanneer = vraag.tijdstip if vraag else v.tijdstip
            rijen.append(
                (
                    wanneer,
                    Besluitrij(
                        besluit=None,
                        datum=notatie.datum(notatie.dag(wanneer)),
                        titel=v.titel,
                        door=vraag.naam if vraag else v.naam,
                        uitkomst=v.stand.value,
                        kenmerk=kenmerk(v.vingerafdruk),
                        reden=f"Vraag: {vraag.tekst}" if vraag else "",
                    ),
                )
            )
    return tuple(rij for _, rij in sorted(rijen, key=lambda paar: paar[0], reverse=True))
