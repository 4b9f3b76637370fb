import pytest

from sigcheck.facts.greetings import greeting_form


def test_no_greeting_has_no_form():
    assert greeting_form(None) is None
    assert greeting_form("") is None


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi {{first_name}},",
        "Hi {{first_name|there}},",
        "Hi {{lead.First Name:default=there}},",
        "Dear Mr. {{last_name}},",
        "Sehr geehrte{{r}} {{Anrede}} {{Nachname}},",
        "{{Briefanrede}},",
        "Hi {{nickname}},",
        "*|FNAME|*,",
        "Hello {{contact.firstname}} and team,",
        "{!Contact.FirstName}",
        "Hi [First Name],",
        "{Hi|Hello} {{first_name}},",
        "{% if first_name %}Hi {{first_name}},{% else %}Hi there,{% endif %}",
        "Dear {{company}} friends and {{full_name}},",
    ],
)
def test_a_merge_tag_of_the_name_addresses_the_reader(greeting):
    assert greeting_form(greeting) == "named"


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi Dana,",
        "Dana,",
        "Hi May,",
        "Dear Mr. Lee,",
        "Dear Mr. Friend,",
        "Sehr geehrte Frau Müller,",
        "Sehr geehrter Herr Kunde,",
        "Madame Dupont,",
        "田中様",
        "Hello, Omar!",
    ],
)
def test_a_name_typed_out_is_handwritten(greeting):
    assert greeting_form(greeting) == "handwritten"


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi there,",
        "Hi all,",
        "Hi team,",
        "Hello everyone,",
        "Dear customer,",
        "Dear our valued customers,",
        "Dear Sir or Madam,",
        "Dear Sir/Madam:",
        "Ladies and Gentlemen,",
        "To whom it may concern,",
        "{Hi {{first_name}}|Hello there},",
        "Dear {{title}} and colleagues,",
        "Sehr geehrte Damen und Herren,",
        "Liebe Kundin, lieber Kunde,",
        "Hallo zusammen,",
        "Madame, Monsieur,",
        "Bonjour à tous,",
        "Estimado cliente:",
        "A quien corresponda:",
        "Gentile cliente,",
        "Geachte heer/mevrouw,",
        "Hej alla,",
        "Kære kunde,",
        "Hyvä asiakas,",
        "Szanowni Państwo,",
        "各位",
        "お客様各位",
    ],
)
def test_what_could_be_said_to_anybody_is_generic(greeting):
    assert greeting_form(greeting) == "generic"


@pytest.mark.parametrize("greeting", ["Hello {{company}},", "Dear {{company}} team,", "Hi {{account_name}},"])
def test_a_company_can_be_greeted(greeting):
    assert greeting_form(greeting) == "company"


@pytest.mark.parametrize(
    "greeting", ["Hello,", "Guten Tag,", "Bonjour,", "Good morning,", "Hi {{title}},", "Hi {{industry}},"]
)
def test_a_greeting_may_address_nobody(greeting):
    assert greeting_form(greeting) == "bare"
