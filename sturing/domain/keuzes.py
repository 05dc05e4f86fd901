"""The closed lists of the workbook contract. The value is the exact text of the workbook."""

from __future__ import annotations

from enum import StrEnum


class TeamSoort(StrEnum):
    DIENSTVERLENEND = "dienstverlenend"
    OPGAVE = "opgave"
    ONDERSTEUNEND = "ondersteunend"
    TIJDELIJK = "tijdelijk"
    REGIONAAL = "regionaal"


class Domein(StrEnum):
    RUIMTELIJK = "ruimtelijk"
    SOCIAAL = "sociaal"
    BESTUUR_EN_VEILIGHEID = "bestuur en veiligheid"
    BEDRIJFSVOERING = "bedrijfsvoering"
    DIRECTIE = "directie"


class Begeleiding(StrEnum):
    COACHEND = "coachend"
    LEIDEND = "leidend"


class Rol(StrEnum):
    """Roles of the sheet Personen. They say who is named in the plan and never grant a right."""

    DIRECTIE = "directie"
    STRATEGISCH_MANAGER = "strategisch manager"
    CONTROLLER = "controller"
    PROCESVERANTWOORDELIJKE = "procesverantwoordelijke"
    TEAMONDERSTEUNER = "teamondersteuner"
    GEBIEDSMAKELAAR = "gebiedsmakelaar"
    PROJECTLEIDER = "projectleider"
    COORDINEREND_MEDEWERKER = "coordinerend medewerker"
    BELEIDSMEDEWERKER = "beleidsmedewerker"
    PORTEFEUILLEHOUDER = "portefeuillehouder"


class GebiedSoort(StrEnum):
    GEMEENTEBREED = "gemeentebreed"
    KERN = "kern"
    WIJK = "wijk"
    BUURT = "buurt"
    REGIO = "regio"


class DoelBron(StrEnum):
    STRATEGISCHE_AGENDA = "strategische agenda"
    PROGRAMMABEGROTING = "programmabegroting"
    GEBIEDSAGENDA = "gebiedsagenda"
    REGIONALE_AFSPRAAK = "regionale afspraak"
    RAADSKADER = "raadskader"


class SoortWerk(StrEnum):
    STRATEGISCHE_AGENDA = "strategische agenda"
    PROGRAMMABEGROTING = "programmabegroting"
    GEBIEDSAGENDA = "gebiedsagenda"
    REGULIER = "regulier"
    ONDERSTEUNEND = "ondersteunend"
    AFSTEMMING_BESTUUR = "afstemming bestuur"


class Status(StrEnum):
    """Life of an opdracht. Only `gepland` and `lopend` claim hours and euros."""

    IDEE = "idee"
    GEPLAND = "gepland"
    LOPEND = "lopend"
    PARKEERPLAATS = "parkeerplaats"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"

    @property
    def vraagt(self) -> bool:
        """Does an opdracht with this status claim capacity?"""
        return self in (Status.GEPLAND, Status.LOPEND)

    @property
    def voorbij(self) -> bool:
        """Is it over, done or not?"""
        return self in (Status.AFGEROND, Status.GESTOPT)


class Voortgang(StrEnum):
    OP_KOERS = "op koers"
    AANDACHT = "aandacht"
    BIJSTUREN = "bijsturen"


class AgendaSoort(StrEnum):
    VRAAGSTUK = "vraagstuk"
    KANS = "kans"


class Initiatief(StrEnum):
    GEMEENTE = "gemeente"
    PARTNERS = "partners"
    INWONERS = "inwoners"


class CapaciteitSoort(StrEnum):
    """`vacature` counts only in a scenario that fills it."""

    BEZETTING = "bezetting"
    INHUUR = "inhuur"
    VACATURE = "vacature"


class Dienstverband(StrEnum):
    VAST = "vast"
    TIJDELIJK = "tijdelijk"
    INHUUR = "inhuur"


class Methode(StrEnum):
    """How hours are given out down the order (rekenmodel section 4)."""

    STRIKT = "strikt"
    SAMENHANGEND = "samenhangend"
    ALLES_OF_NIETS = "alles-of-niets"


class Haalbaarheid(StrEnum):
    """Status of an opdracht in a result, by coverage of its hours."""

    HAALBAAR = "haalbaar"
    ONDER_DRUK = "onder druk"
    NIET_HAALBAAR = "niet haalbaar"
