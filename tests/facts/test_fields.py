import pytest

from sigcheck.facts.field_names import STANDARD_FIELDS
from sigcheck.facts.fields import field_key, resolve_list_column, standard_field, standard_fields
from sigcheck.relations import RECIPIENTS


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *(
            ("First Name", "firstname"),
            ("first_name", "firstname"),
            ("FirstName", "firstname"),
            ("FIRST-NAME ", "firstname"),
        ),
        *(("lead.First Name", "firstname"), ("contact.firstname", "firstname"), ("Recipient.FirstName", "firstname")),
        *(("Contact: First Name", "firstname"), ("C_FirstName", "firstname"), ("Region__c", "region")),
        *(("company.name", "company"), ("Account.Name", "company"), ("Account: Account Name", "company")),
        *(("company.Company Name", "company"), ("company.Industry", "companyindustry"), ("Prénom", "prenom")),
        *(("E-Mail-Adresse", "emailadresse"), ("https://x", "httpsx"), ("", "")),
    ],
)
def test_a_key_spells_alike_what_means_alike(name, key):
    assert field_key(name) == key


@pytest.mark.parametrize(
    ("name", "column"),
    [
        *(("Email", "email"), ("E-mail Address", "email"), ("Email Address", "email"), ("EMAIL", "email")),
        *(
            ("E-Mail-Adresse", "email"),
            ("Correo electrónico", "email"),
            ("C_EmailAddress", "email"),
            ("Courriel", "email"),
        ),
        *(
            ("First Name", "first_name"),
            ("FNAME", "first_name"),
            ("firstname", "first_name"),
            ("Vorname", "first_name"),
        ),
        *(
            ("Prénom", "first_name"),
            ("Nombre", "first_name"),
            ("Given Name", "first_name"),
            ("Contact First Name", "first_name"),
        ),
        *(("Last Name", "last_name"), ("LNAME", "last_name"), ("Nachname", "last_name"), ("Nom", "last_name")),
        *(("Apellidos", "last_name"), ("Surname", "last_name"), ("Full Name", "full_name"), ("Name", "full_name")),
        *(("Contact Name", "full_name"), ("{!Contact.Name}", "full_name")),
        *(("Company", "company"), ("Company Name", "company"), ("Account Name", "company"), ("Firma", "company")),
        *(
            ("Société", "company"),
            ("Empresa", "company"),
            ("Company / Account", "company"),
            ("Organisation", "company"),
        ),
        *(("Associated Company", "company"), ("company.name", "company"), ("Account.Name", "company")),
        *(("Title", "title"), ("Job Title", "title"), ("Position", "title"), ("Titel", "title"), ("C_Title", "title")),
        *(("Country", "country"), ("Country/Region", "country"), ("Mailing Country", "country"), ("Land", "country")),
        *(("Pays", "country"), ("País", "country")),
        *(("State", "region"), ("State/Province", "region"), ("State/Region", "region"), ("C_State_Prov", "region")),
        *(("Bundesland", "region"), ("Mailing State/Province", "region")),
        *(("City", "city"), ("Ort", "city"), ("Ville", "city"), ("Ciudad", "city"), ("Mailing City", "city")),
        *(("Time Zone", "timezone"), ("TIMEZONE", "timezone"), ("Zeitzone", "timezone")),
        *(("Language", "language"), ("Preferred Language", "language"), ("Sprache", "language")),
        *(("User Group", "user_group"), ("Usergroup", "user_group")),
        *(("Owner", "owner"), ("Account Owner", "owner"), ("Contact Owner", "owner"), ("Record Owner", "owner")),
        *(
            ("Lead Owner", "owner"),
            ("Contact owner", "owner"),
            ("Assigned User", "owner"),
            ("Account Owner Email", "owner"),
        ),
        *(("Relationship", "relationship"), ("Consent", "consent"), ("Opt-In", "consent"), ("Variant", "variant")),
        *(("Send At", "send_at"), ("send_at", "send_at"), ("Versandzeitpunkt", "send_at")),
    ],
)
def test_a_well_known_name_stands_for_its_column(name, column):
    assert standard_field(name) == column


@pytest.mark.parametrize(
    "name",
    [
        *("Email Opt Out", "Email Opt-Out", "Opted Out", "Email 2", "Email Status", "Email Domain", "Secondary Email"),
        *("Personal Email", "Email Bounced Reason", "Has Opted Out Of Email", "Unsubscribed", "Status", "Lead Status"),
        *("Company ID", "Company Size", "Company City", "Company Country", "Account ID", "Parent Account", "Owner ID"),
        *("Salutation", "Anrede", "Civilité", "Middle Name", "Suffix", "Nickname", "Role", "Group", "Locale", "CC"),
        *(
            "Estado",
            "Département",
            "Title Case",
            "Statement",
            "Lead Source",
            "Contact ID",
            "Record ID",
            "Phone",
            "Notes",
        ),
        *(
            "Postal Code",
            "Created Date",
            "First Name Phonetic",
            "Country Manager",
            "Owner Phone",
            "company.city",
            "",
            " ",
        ),
    ],
)
def test_other_names_stand_for_nothing(name):
    assert standard_field(name) is None


def test_no_name_stands_for_two_columns():
    keys = [key for names in STANDARD_FIELDS.values() for key in {field_key(name) for name in names}]
    assert sorted(keys) == sorted(set(keys))


def test_every_standard_field_is_a_column_of_recipients():
    assert set(STANDARD_FIELDS) <= set(RECIPIENTS.column_names)


def test_every_column_of_recipients_is_known_by_its_own_name():
    assert [standard_field(column) for column in STANDARD_FIELDS] == list(STANDARD_FIELDS)


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        (["Name", "Email"], ["full_name", "email"]),
        (["First Name", "Last Name", "Name"], ["first_name", "last_name", None]),
        (["First Name", "Name"], ["first_name", None]),
        (["Vorname", "Name", "E-Mail"], ["first_name", "last_name", "email"]),
        (["Name", "Prénom"], ["last_name", "first_name"]),
        (["Email", "Work Email"], ["email", None]),
        (["Company", "Company Name for Emails", "Phone"], ["company", None, None]),
        (["Title", "Job Title"], [None, "title"]),
        (["Titel", "Vorname", "Name", "Position"], [None, "first_name", "last_name", "title"]),
        (["Title", "Titel"], ["title", None]),
        (["E-mail Address", "Business City", "Business Country/Region"], ["email", "city", "country"]),
        (["E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Value"], [None, "email", None]),
        (["Organization Name", "Organization Title", "Organization Department"], ["company", "title", None]),
        (["Person - Name", "Person - Email - Work", "Person - Organization"], ["full_name", "email", "company"]),
        (["Full Name", "Address 1: City", "Address 1: Country/Region"], ["full_name", "city", "country"]),
        (["Mailing State/Province (text only)", "Mailing Country (text only)"], ["region", "country"]),
        ([], []),
    ],
)
def test_headers_are_seen_together(headers, columns):
    assert standard_fields(headers) == columns


@pytest.mark.parametrize(
    ("field", "columns", "expected"),
    [
        ("first_name", ["email", "first_name"], "first_name"),
        ("FNAME", ["email", "first_name"], "first_name"),
        ("First Name", ["email", "FNAME"], "FNAME"),
        ("firstname", ["First Name", "first_name"], "First Name"),
        ("company.name", ["company"], "company"),
        ("Account.Name", ["company"], "company"),
        ("Company Name", ["company"], "company"),
        ("Industry", ["email", "Industry"], "Industry"),
        ("company.Industry", ["email", "Industry"], "Industry"),
        ("company.Industry", ["Company Industry", "Industry"], "Company Industry"),
        ("favourite_colour", ["Favourite Colour"], "Favourite Colour"),
        ("name", ["first_name", "last_name", "full_name"], "full_name"),
        ("first_name", ["email", "last_name"], None),
        ("Email Opt Out", ["email"], None),
        ("colour", ["Favourite Colour"], None),
        ("first_name", [], None),
    ],
)
def test_a_field_is_resolved_to_a_column_of_the_list(field, columns, expected):
    assert resolve_list_column(field, columns) == expected
