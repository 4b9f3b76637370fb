import pytest

from sigcheck.facts.template_faults import template_faults


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Hi {{first_name}, x", "{{first_name}"),
        ("Hi {first_name}} x", "{first_name}}"),
        ("Hi {{first_name", "{{first_name"),
        ("Hi first_name}} x", "first_name}}"),
        ("{% if first_name Hi", "{% if first_name Hi"),
        ("Hi *|FNAME|, x", "*|FNAME|"),
        ("Hi FNAME|* x", "FNAME|*"),
        ("Hi %%first_name%, x", "%%first_name%"),
        ("in {industry} today", "{industry}"),
        ("Hi {{first_name}},{{", "{{"),
    ],
)
def test_a_broken_tag_is_found(line, text):
    (fault,) = template_faults(line)
    assert (fault.text, fault.kind) == (text, "broken-tag")
    assert line[fault.column - 1 :].startswith(text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Hi [NAME],", "[NAME]"),
        ("Hi [Name],", "[Name]"),
        ("See [insert link] for it", "[insert link]"),
        ("I know [Your Company] well", "[Your Company]"),
        ("Until [DATE].", "[DATE]"),
        ("<your name here>", "<your name here>"),
        ("Regards, <Name>", "<Name>"),
        ("Grüße, [Ihr Name]", "[Ihr Name]"),
        ("Siehe [Link einfügen].", "[Link einfügen]"),
        ("Cordialement, [votre nom]", "[votre nom]"),
        ("Hallo «Vorname», wie geht es?", "«Vorname»"),
        ("Hi <<First Name>>, x", "<<First Name>>"),
        ("You save XXX euros", "XXX"),
        ("On XX/XX we meet", "XX/XX"),
        ("The price is TBD.", "TBD"),
        ("TODO: ask Ana", "TODO"),
        ("(TODO check this)", "(TODO"),
        ("Hi FIRSTNAME, how are you?", "FIRSTNAME"),
        ("Dear NAME, how are you?", "Dear NAME"),
        ("Lorem ipsum and so on", "Lorem ipsum"),
    ],
)
def test_a_blank_that_was_never_filled_in_is_found(line, text):
    (fault,) = template_faults(line)
    assert (fault.text, fault.kind) == (text, "blank")
    assert line[fault.column - 1 :].startswith(text)


@pytest.mark.parametrize(
    "line",
    [
        "Hi {{first_name}}, how is *|COMPANY|* or %%company%%?",
        "{% if first_name %}Hi {{first_name}}{% else %}Hello{% endif %}",
        "{Hi|Hello|Hey} {{first_name}}",
        "{Hi|{Hello|Hey}} there and {{Hi|Hello} you|Hey}",
        "{{random|Hi|Hello}} there",
        "{Hi {{first_name}}|Hello}",
        "See [1], [Draft], [x] and [EXTERNAL]",
        "See [your account](https://northwind.com) or [insert coin][1]",
        "<https://northwind.com/name> <ana@northwind.com> <br> <title>x</title>",
        "Super Bowl XXX, size XXL, love, Ana XXX",
        "TODO INCLUIDO en el precio; ES TODO",
        "f(x) = {x | x > 1}, {a}, { }, CSS {color: red}",
        "100%% sure, a table |*|, Brand|Name, %FIRSTNAME%",
        "My name is Ana; NAME THAT TUNE; the name of the game",
        "«Bonjour», dit-il",
    ],
)
def test_what_only_looks_like_a_fault_is_left_alone(line):
    assert template_faults(line) == []


def test_a_column_in_single_braces_is_a_tag_where_the_list_has_it():
    assert template_faults("How is {Industry}?", ["email", "industry"]) == []
    assert [fault.text for fault in template_faults("How is {Industry}?", ["email"])] == ["{Industry}"]


def test_faults_come_in_order_and_each_place_counts_once():
    faults = template_faults("Hi [NAME], *|FNAME| and TBD")
    assert [(fault.column, fault.text) for fault in faults] == [(4, "[NAME]"), (12, "*|FNAME|"), (25, "TBD")]
