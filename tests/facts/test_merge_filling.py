import pytest
from hypothesis import given
from hypothesis import strategies as st

from sigcheck.facts.merge_filling import Person, fill_in

PERSON = Person(
    cells={
        "email": "dana@acme.com",
        "first_name": "Dana",
        "last_name": "  ",
        "company": "acme corp",
        "Industry": "Retail",
        "Plan Tier": "",
    },
    sender={"name": "Ana Ruiz", "firstname": "Ana", "lastname": "Ruiz", "email": "ana@northwind.com", "title": ""},
)


def text_of(template):
    return fill_in(template, PERSON).text


@pytest.mark.parametrize(
    "tag",
    [
        "{{first_name}}",
        "{{ contact.firstname }}",
        "{{lead.First Name}}",
        "*|FNAME|*",
        "%%first_name%%",
        "{!Contact.FirstName}",
        "{{{Recipient.FirstName}}}",
        '<span class="eloquaemail">First_Name</span>',
        "[First Name]",
        "{first_name}",
        '{{ personalization_token("contact.firstname", "there") }}',
    ],
)
def test_every_dialect_is_filled_in(tag):
    assert fill_in(f"Hi {tag},", PERSON) == ("Hi Dana,", ())


@pytest.mark.parametrize(
    "tag",
    [
        "{{last_name|there}}",
        '{{ last_name | default: "there" }}',
        "{{lead.Last Name:default=there}}",
        "*|LNAME|there|*",
        '{!BLANKVALUE(Contact.LastName, "there")}',
        '{{default last_name "there"}}',
        '{{ shoe_size | default: "there" }}',
    ],
)
def test_a_default_stands_in_for_what_is_empty(tag):
    assert fill_in(f"Hi {tag},", PERSON) == ("Hi there,", ())


def test_a_value_is_inserted_just_as_the_cell_has_it():
    person = Person({"first_name": " FRANK {{x}} {a|b} "}, {})
    assert fill_in("Hi {{first_name}}!", person) == ("Hi  FRANK {{x}} {a|b} !", ())


@pytest.mark.parametrize(
    ("template", "text", "kind", "field"),
    [
        ("Hi {{last_name}}", "Hi ⟦last_name is empty⟧", "empty", "last_name"),
        ("Hi {{ plan_tier }}", "Hi ⟦Plan Tier is empty⟧", "empty", "Plan Tier"),
        ("Hi {{shoe_size}}", "Hi ⟦shoe_size: no such column⟧", "column", "shoe_size"),
        ("Bye {{sender.title}}", "Bye ⟦title of the sender is not known⟧", "sender", "title"),
        ("Out: {{unsubscribe_link}}", "Out: ⟦unsubscribe_link: from the sending tool⟧", "tool", "unsubscribe_link"),
    ],
)
def test_what_is_missing_is_marked_and_listed(template, text, kind, field):
    filled = fill_in(template, PERSON)
    assert filled.text == text
    assert [(gap.kind, gap.field) for gap in filled.gaps] == [(kind, field)]


def test_a_gap_is_listed_once_however_often_it_occurs():
    assert len(fill_in("{{last_name}} {{last_name}}", PERSON).gaps) == 1


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("{{sender.first_name}}", "Ana"),
        ("{{owner.lastname}}", "Ruiz"),
        ("{{sender.name}}", "Ana Ruiz"),
        ("{{sender_email}}", "ana@northwind.com"),
        ("{{my.first_name}}", "Ana"),
    ],
)
def test_the_sender_is_filled_in(tag, value):
    assert fill_in(tag, PERSON) == (value, ())


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{company | upcase}}", "ACME CORP"),
        ("{{ company | capitalize }}", "Acme corp"),
        ("{{ company|title }}", "Acme Corp"),
        ("*|UPPER:FNAME|*", "DANA"),
        ('{{ last_name | default: "you" | upcase }}', "YOU"),
        ('{{ last_name | upcase | default: "you" }}', "you"),
    ],
)
def test_filters_of_case_are_applied(template, text):
    assert fill_in(template, PERSON) == (text, ())


def test_a_filter_that_is_not_applied_is_told():
    filled = fill_in("{{ first_name | truncate: 2 }}", PERSON)
    assert filled.text == "Dana"
    assert [(gap.kind, gap.field) for gap in filled.gaps] == [("filter", "truncate")]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{% if first_name %}Hi {{first_name}}{% else %}Hello{% endif %}", "Hi Dana"),
        ("{% if last_name %}Hi {{last_name}}{% else %}Hello{% endif %}", "Hello"),
        ("{% unless last_name %}Hello{% endunless %}", "Hello"),
        ("{% if industry == 'Retail' %}shops{% elsif industry == 'Bank' %}banks{% else %}all{% endif %}", "shops"),
        ("{% if industry == 'Bank' %}banks{% elsif first_name %}Dana's{% else %}all{% endif %}", "Dana's"),
        ("{% if industry != 'Retail' %}a{% else %}b{% endif %}", "b"),
        ("{% if last_name == blank %}a{% else %}b{% endif %}", "a"),
        ("{% if first_name and last_name %}a{% else %}b{% endif %}", "b"),
        ("{% if first_name or last_name %}a{% else %}b{% endif %}", "a"),
        ("{% if first_name %}{% if last_name %}a{% else %}b{% endif %}{% else %}c{% endif %}", "b"),
        ("{% if last_name %}{% if first_name %}a{% else %}b{% endif %}{% else %}c{% endif %}", "c"),
        ("{{#if first_name}}a{{else}}b{{/if}}", "a"),
        ("{{#last_name}}a{{/last_name}}{{^last_name}}b{{/last_name}}", "b"),
        ("*|IF:LNAME|*a*|ELSE:|*b*|END:IF|*", "b"),
        ("a {%- if first_name -%} b {%- endif -%} c", "abc"),
        ("{% if first_name %}\nHi\n{% endif %}", "\nHi\n"),
    ],
)
def test_of_a_condition_only_the_branch_that_holds_is_kept(template, text):
    assert fill_in(template, PERSON) == (text, ())


def test_nothing_is_missing_in_a_branch_that_is_not_shown():
    assert fill_in("{% if last_name %}{{shoe_size}}{{unsubscribe_link}}{% endif %}", PERSON) == ("", ())


@pytest.mark.parametrize("condition", ["{% if age > 30 %}", "{% for item in items %}"])
def test_what_is_not_understood_is_shown_and_told(condition):
    end = "{% endif %}" if " if " in condition else "{% endfor %}"
    filled = fill_in(f"{condition}text{end}", PERSON)
    assert filled.text == "text"
    assert [(gap.kind, gap.tag) for gap in filled.gaps] == [("condition", condition)]


@pytest.mark.parametrize("template", ["{% if first_name %}Hi", "Hi{% endif %}", "a{% else %}b", "{{#if x}}y"])
def test_a_block_without_its_partner_stays_as_it_is(template):
    assert text_of(template) == template


@pytest.mark.parametrize("text", ["", "Hi there", "[1] and [Draft]", "{a}", "100 % {"])
def test_text_without_tags_stays_as_it_is(text):
    assert fill_in(text, PERSON) == (text, ())


@given(
    st.lists(st.sampled_from(["{% if first_name %}", "{% else %}", "{% endif %}", "{{last_name}}", "a", "{%- x -%}"]))
)
def test_any_nesting_of_tags_can_be_filled_in(pieces):
    assert isinstance(text_of(" ".join(pieces)), str)
