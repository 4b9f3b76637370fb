import pytest

from sigcheck.facts.sender_likeness import is_mailbox_of, is_name_of, other_name, other_title

ANA = "ana.ruiz@northwind.com"
DOMAIN = "northwind.com"


@pytest.mark.parametrize(
    "address",
    [
        "ana.ruiz@northwind.com",
        "ana.ruiz+replies@northwind.com",
        "ana.ruiz@reply.northwind.com",
    ],
)
def test_a_tag_or_a_host_of_the_domain_is_the_same_mailbox(address):
    assert is_mailbox_of(address, ANA)


@pytest.mark.parametrize(
    "address",
    [
        "max.stone@northwind.com",
        "ana.ruiz@northwind-mail.com",
        "ana.ruiz@mynorthwind.com",
        "ruiz@northwind.com",
        "ana.ruiz",
    ],
)
def test_another_name_or_domain_is_another_mailbox(address):
    assert not is_mailbox_of(address, ANA)


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Ana", "Ana Ruiz"),
        ("Ruiz, Ana (Northwind)", "Ana Ruiz"),
        ("Ana at Northwind", "Ana Ruiz"),
        ("A. Ruiz", "Ana Ruiz"),
        ("JORG MULLER", "Jörg Müller"),
        ("Joerg Mueller", "Jörg Müller"),
        ("Renee", "Renée Dubois"),
        ("山田 太郎", "山田 花子"),
    ],
)
def test_a_name_in_common_is_the_same_person(shown, name):
    assert is_name_of(shown, name, DOMAIN) is True


@pytest.mark.parametrize("shown", ["Max Stone", "Northwind", "Northwind Events", "The Northwind Team", "Marketing"])
def test_another_persons_name_a_team_or_the_brand_is_not_the_sender(shown):
    assert is_name_of(shown, "Ana Ruiz", DOMAIN) is False


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Bob", "Robert Stone"),
        ("山田 太郎", "Taro Yamada"),
        ("", "Ana Ruiz"),
        ("Max Stone", ""),
        ("J. v. d. B.", "Jan de Boer"),
    ],
)
def test_a_short_form_or_another_script_cannot_be_told(shown, name):
    assert is_name_of(shown, name, DOMAIN) is None


def test_a_particle_is_no_name_in_common():
    assert is_name_of("Piet van Dam", "Jan van Beek", DOMAIN) is False


def test_the_signature_of_somebody_else_is_found():
    assert other_name(["Best regards,", "", "Max Stone", "Account Executive"], "Ana Ruiz", DOMAIN) == "Max Stone"
    assert other_name(["-- ", "Max Stone, Northwind"], "Ana Ruiz", DOMAIN) == "Max Stone"
    assert other_name(["Cheers,", "The Northwind Team"], "Ana Ruiz", DOMAIN) == "The Northwind Team"


@pytest.mark.parametrize(
    "signature",
    [
        ["Best,", "Ana"],
        ["Best, Ana"],
        ["Best regards,", "A. Ruiz", "Assistant: Max Stone"],
        ["Best regards,", "Bob"],
        ["Best regards,", "617 555 0100"],
        ["よろしくお願いいたします。", "山田 太郎"],
        [],
    ],
)
def test_a_signature_that_may_be_the_senders_is_left_alone(signature):
    assert other_name(signature, "Ana Ruiz", DOMAIN) is None


def test_a_title_of_quite_another_rank_is_found():
    assert other_title(["Ana Ruiz", "Vice President | Northwind"], "Account Executive") == "Vice President"
    assert other_title(["Ana Ruiz, CEO"], "Account Executive") == "CEO"
    assert other_title(["Ana Ruiz", "Team Lead, Sales"], "Chief Revenue Officer") == "Team Lead"


@pytest.mark.parametrize(
    ("signature", "title"),
    [
        (
            ["Ana Ruiz", "ACCOUNT EXECUTIVE, Northwind", "Member of the Board, Northwind Foundation"],
            "Account Executive",
        ),
        (["Ana Ruiz", "Senior Account Executive"], "Account Executive"),
        (["Ana Ruiz", "Sales Manager"], "Vertriebsleiterin"),
        (["Bob Mueller", "12 Director Street", "Boston"], "Account Executive"),
        (["Ana Ruiz", "Assistant to the CEO"], "Account Executive"),
        (["Ana Ruiz", "CEO"], None),
        (["Ana Ruiz", "CEO"], "Sales"),
        ([], "Account Executive"),
    ],
)
def test_titles_of_near_ranks_and_those_nobody_can_rank_are_left_alone(signature, title):
    assert other_title(signature, title) is None
