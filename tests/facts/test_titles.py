import pytest

from sigcheck.facts.titles import SENIORITIES, seniority

TITLES = {
    "c-level": (
        "CEO | Chief Executive Officer | Chief Human Resources Officer | Founder | Co-Founder | co founder & CTO | "
        "President | President and CEO | Owner | Geschäftsführer | Geschäftsführerin | Geschaeftsfuehrer | "
        "GESCHÄFTSFÜHRER | Vorstand | Mitglied des Vorstands | Vorstandsvorsitzender | PDG | Président-directeur "
        "général | Directeur général | Directrice Générale | Director General | Directora General | Managing "
        "Director | VP & Co-Founder | SVP and Chief Information Officer | Inhaber | Inhaber/in | Gérant | "
        "Président | Presidente | Consejero Delegado | Managing Partner | Geschäftsführender Gesellschafter | "
        "Mitglied der Geschäftsleitung | C.E.O. | Chairman of the Board | Deputy CEO | Gründer | Gründer*in | "
        "Gerente General | Chief Technology & Product Officer | Business Owner | Sprecher der Geschäftsführung | "
        "Interim CEO"
    ),
    "vp": (
        "Vice President | VP Sales | Senior Vice President, Marketing | SVP | EVP Operations | Vice-President | "
        "Vizepräsident | Vice-président | Vicepresidente de Ventas | Assistant Vice President | VP, Sales "
        "Development | Executive Vice President | AVP"
    ),
    "director": (
        "Director | Director of Sales | Account Director | Head of Marketing | Directeur commercial | Directrice "
        "Marketing | Direktor | Leiter Vertrieb | Leiterin Marketing | Leiter/in Einkauf | Vertriebsleiter | "
        "Bereichsleiter | Abteilungsleiterin (m/w/d) | Chief of Staff | Chief of Staff to the CEO | Head of Sales "
        "Development | Director, Sales Development | Director Comercial | Directora de Ventas | Prokurist | Global "
        "Head, Procurement | Leitung Kundendienst | Executive Director | Associate Director | Creative Director | "
        "Partner | Marketingdirektor | General Manager | Deputy Director | DRH | Niederlassungsleiter | "
        "Editor-in-Chief"
    ),
    "manager": (
        "Marketing Manager | Sales Manager | Sales Development Manager | SDR Manager | Responsable marketing | "
        "Gerente de Ventas | Teamleiter | Teamleiterin Vertrieb | Team Lead | Projektleiter | Jefe de Ventas | "
        "Chef de projet | Chef d'équipe | Engineering Manager | Assistant Manager | Projektmanager | Product "
        "Manager | Supervisor | Encargada de tienda | Produktmanagerin | Team Leiter"
    ),
    "individual": (
        "Assistant to the CEO | Executive Assistant | Executive Assistant to the Managing Director | VP's "
        "assistant | VP’s Assistant | Account Executive | Senior Account Executive | Product Owner | Senior "
        "Product Owner | Office Manager | Account Manager | Key Account Manager | Key-Account-Manager | Customer "
        "Success Manager | Assistenz der Geschäftsführung | Assistentin der Geschäftsführung | Assistenz "
        "Geschäftsführung | Vorstandsassistent | Assistante de direction | Asistente de Dirección | Software "
        "Engineer | Consultant | Berater | Sachbearbeiterin | Sales Representative | Ingeniero | Commercial | "
        "Technicien | Chargé de clientèle | Lead Developer | HR Business Partner | Art Director | Analyst | "
        "Secretary | Werkstudent | Office of the CEO | Geschäftsführungsassistentin | Head Nurse | Flugbegleiter | "
        "Ejecutivo de cuentas | Advisor to the President | Principal Engineer | Teacher | Buchhalterin | PA to CEO "
        "| Kaufmann | Chargée d'affaires"
    ),
    "sales-development": (
        "SDR | BDR | Sales Development Representative | Business Development Representative | Sr. SDR | Sales "
        "Development Rep | Outbound Sales Rep | Inside Sales Representative | SDRs | Business Development "
        "Associate"
    ),
}


CASES = [(title, level) for level, titles in TITLES.items() for title in titles.split(" | ")]


@pytest.mark.parametrize(("title", "level"), CASES)
def test_seniority(title, level):
    assert seniority(title) == level


@pytest.mark.parametrize(("title", "level"), CASES)
def test_case_makes_no_difference(title, level):
    assert seniority(title.upper()) == level
    assert seniority(title.lower()) == level


@pytest.mark.parametrize("title", ["", "  ", "-", "Human", "Marketing", "Ninja", "Vertrieb", None, "山田"])
def test_titles_that_do_not_tell(title):
    assert seniority(title) is None


def test_every_seniority_is_covered():
    assert set(TITLES) == set(SENIORITIES)
