import pytest

from sigcheck.facts.merge_tags import MergeTag, find_merge_tags, without_merge_tags


def facts(tag):
    return (tag.dialect, tag.field, tag.default, tag.about)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Handlebars, and what Outreach, Salesloft and Apollo make of it
        ("{{first_name}}", ("handlebars", "first_name", None, "recipient")),
        ("{{ first_name }}", ("handlebars", "first_name", None, "recipient")),
        ("{{Favourite Colour}}", ("handlebars", "Favourite Colour", None, "recipient")),
        ("{{firstName|there}}", ("handlebars", "firstName", "there", "recipient")),
        ("{{FirstName||there}}", ("handlebars", "FirstName", "there", "recipient")),
        ('{{first_name | "dear reader"}}', ("handlebars", "first_name", "dear reader", "recipient")),
        ("{{default first_name 'there'}}", ("handlebars", "first_name", "there", "recipient")),
        ("{{sender_first_name}}", ("handlebars", "sender_first_name", None, "sender")),
        ("{{signature}}", ("handlebars", "signature", None, "sender")),
        ("{{unsubscribe}}", ("handlebars", "unsubscribe", None, "system")),
        ("{{now_weekday}}", ("handlebars", "now_weekday", None, "system")),
        ("{{user_group}}", ("handlebars", "user_group", None, "recipient")),
        ("{{sender.first_name}}", ("outreach", "first_name", None, "sender")),
        ("{{account.name}}", ("outreach", "account.name", None, "recipient")),
        ("{{my.first_name}}", ("outreach", "first_name", None, "sender")),
        # Marketo
        ("{{lead.First Name:default=there}}", ("marketo", "First Name", "there", "recipient")),
        ("{{lead.First Name}}", ("marketo", "First Name", None, "recipient")),
        ("{{lead.First Name:default=}}", ("marketo", "First Name", None, "recipient")),
        ("{{company.Company Name}}", ("marketo", "Company Name", None, "recipient")),
        ("{{company.Industry:default=your industry}}", ("marketo", "company.Industry", "your industry", "recipient")),
        ("{{lead.Lead Owner First Name}}", ("marketo", "Lead Owner First Name", None, "sender")),
        ("{{my.Event Date}}", ("marketo", "Event Date", None, "system")),
        ("{{system.unsubscribeLink}}", ("marketo", "unsubscribeLink", None, "system")),
        # HubSpot
        ("{{ contact.firstname }}", ("hubspot", "firstname", None, "recipient")),
        ('{{ contact.firstname|default("there") }}', ("hubspot", "firstname", "there", "recipient")),
        ('{{ personalization_token("contact.firstname", "there") }}', ("hubspot", "firstname", "there", "recipient")),
        ('{{ personalization_token("contact.firstname") }}', ("hubspot", "firstname", None, "recipient")),
        ("{{ company.name }}", ("hubspot", "company.name", None, "recipient")),
        ("{{ owner.email }}", ("hubspot", "email", None, "sender")),
        ("{{ unsubscribe_link }}", ("hubspot", "unsubscribe_link", None, "system")),
        ("{{ site_settings.company_street_address_1 }}", ("hubspot", "company_street_address_1", None, "system")),
        # Mailchimp
        ("*|FNAME|*", ("mailchimp", "FNAME", None, "recipient")),
        ("*|FNAME|Friend|*", ("mailchimp", "FNAME", "Friend", "recipient")),
        ("*|TITLE:FNAME|*", ("mailchimp", "FNAME", None, "recipient")),
        ("*|EMAIL|*", ("mailchimp", "EMAIL", None, "recipient")),
        ("*|UNSUB|*", ("mailchimp", "UNSUB", None, "system")),
        ("*|LIST:ADDRESS|*", ("mailchimp", "LIST:ADDRESS", None, "system")),
        ("*|DATE:d/m/Y|*", ("mailchimp", "DATE", None, "system")),
        ("*|CURRENT_YEAR|*", ("mailchimp", "CURRENT_YEAR", None, "system")),
        # Pardot
        ("%%first_name%%", ("pardot", "first_name", None, "recipient")),
        ("%%user_first_name%%", ("pardot", "user_first_name", None, "sender")),
        ("%%user_html_signature%%", ("pardot", "user_html_signature", None, "sender")),
        ("%%unsubscribe%%", ("pardot", "unsubscribe", None, "system")),
        ("{{Recipient.FirstName}}", ("pardot", "FirstName", None, "recipient")),
        ("{{Sender.FirstName}}", ("pardot", "FirstName", None, "sender")),
        ("{{Unsubscribe}}", ("pardot", "Unsubscribe", None, "system")),
        # Salesforce
        ("{!Contact.FirstName}", ("salesforce", "FirstName", None, "recipient")),
        ("{!Contact.FirstName, Valued Customer}", ("salesforce", "FirstName", "Valued Customer", "recipient")),
        ('{!Contact.FirstName, "there"}', ("salesforce", "FirstName", "there", "recipient")),
        ('{!BLANKVALUE(Contact.FirstName, "there")}', ("salesforce", "FirstName", "there", "recipient")),
        ("{!Contact.Account.Name}", ("salesforce", "Account.Name", None, "recipient")),
        ("{!User.Name}", ("salesforce", "Name", None, "sender")),
        ("{!Lead.OwnerFullName}", ("salesforce", "OwnerFullName", None, "sender")),
        ("{!IF(ISBLANK(Contact.FirstName), 1, 2)}", ("salesforce", None, None, "system")),
        ("{{{Recipient.FirstName}}}", ("salesforce", "FirstName", None, "recipient")),
        ("{{{Sender.Name}}}", ("salesforce", "Name", None, "sender")),
        ("{{{unsubscribe}}}", ("handlebars", "unsubscribe", None, "system")),
        # Eloqua
        ("<span class=eloquaemail>FirstName</span>", ("eloqua", "FirstName", None, "recipient")),
        ('<span class="eloquaemail" >C_FirstName</span>', ("eloqua", "FirstName", None, "recipient")),
        ("<SPAN style='x' class='eloquaemail'>Title</SPAN>", ("eloqua", "Title", None, "recipient")),
        (
            "~~eloqua..type--emailfield..syntax--C_EmailAddress..innerText--x..encodeFor--url~~",
            ("eloqua", "EmailAddress", None, "recipient"),
        ),
        # Liquid
        ('{{ first_name | default: "there" }}', ("liquid", "first_name", "there", "recipient")),
        ("{{ first_name | capitalize }}", ("liquid", "first_name", None, "recipient")),
        ('{{ first_name | default: "there" | upcase }}', ("liquid", "first_name", "there", "recipient")),
        ("{{ first_name | truncate: 10 }}", ("liquid", "first_name", None, "recipient")),
        ("{{ ${first_name} | default: 'there' }}", ("liquid", "first_name", "there", "recipient")),
        ("{{ customer.first_name | default: 'there' }}", ("liquid", "first_name", "there", "recipient")),
        ("{% if first_name != blank %}", ("liquid", None, None, "system")),
        ("{%- endif -%}", ("liquid", None, None, "system")),
        ("{{#if first_name}}", ("handlebars", None, None, "system")),
        ("{{/if}}", ("handlebars", None, None, "system")),
        ("*|IF:FNAME|*", ("mailchimp", None, None, "system")),
        # Brackets and braces
        ("[First Name]", ("bracket", "First Name", None, "recipient")),
        ("[FNAME]", ("bracket", "FNAME", None, "recipient")),
        ("[Firma]", ("bracket", "Firma", None, "recipient")),
        ("[[first_name|Dear Reader]]", ("bracket", "first_name", "Dear Reader", "recipient")),
        ("{first_name}", ("braces", "first_name", None, "recipient")),
        ("{name}", ("braces", "name", None, "recipient")),
        ("{first_name|there}", ("braces", "first_name", "there", "recipient")),
        ("{contactfield=firstname|there}", ("braces", "firstname", "there", "recipient")),
        ("{unsubscribe_link}", ("braces", "unsubscribe_link", None, "system")),
    ],
)
def test_a_tag_is_read_in_its_dialect(text, expected):
    (tag,) = find_merge_tags(text)
    assert facts(tag) == expected
    assert tag.tag == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "Hi Frank", "[1]", "[sic]", "[Draft]", "[Name]", "[x]", "[Title](https://acme.com)", "![City](a.png)"),
        *("[Company][1]", "[Company]: https://acme.com", "row[city]", "[Company Status]"),
        *("{a}", "{Hi|Hello}", "{company|firm}", "{City|Town|Village}", "{color: red}", "{}", "{ }", "${name}"),
        *(
            "{{}}",
            "{{ }}",
            "{{",
            "}}",
            "{% %",
            "{{first_name}",
            "{first_name}}",
            "{!",
            "{! }",
            "*||*",
            "*| |*",
            "*|FNAME",
        ),
        *(
            "%%",
            "100%% sure %%",
            "%first_name%",
            "50 %% 60 %%",
            "<span class=eloquaemail></span>",
            "<span>FirstName</span>",
        ),
        *("{{first\nname}}", "{{random|Hi|Hello}}", "2 * |x| * 3"),
    ],
)
def test_what_only_looks_like_a_tag_is_none(text):
    assert find_merge_tags(text) == []


def test_a_greeting_with_a_colon_is_no_link_reference():
    assert [tag.tag for tag in find_merge_tags("Dear [First Name]: welcome")] == ["[First Name]"]


def test_tags_are_returned_in_order_with_their_columns_and_lines():
    tags = find_merge_tags("Hi {{first_name}},\n  *|COMPANY|* [City]\n")
    assert [(tag.line, tag.column, tag.tag) for tag in tags] == [
        (1, 4, "{{first_name}}"),
        (2, 3, "*|COMPANY|*"),
        (2, 15, "[City]"),
    ]


def test_columns_count_characters():
    assert find_merge_tags("Grüß Gott, 👋 {{x}}")[0].column == 14


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("{{first_name} {{last_name}}", ["{{last_name}}"]),
        ("{{ {{first_name}} }}", ["{{first_name}}"]),
        ("{Hi {{first_name}}|Hello}", ["{{first_name}}"]),
        ("{Hello|Hi {{first_name}}}", ["{{first_name}}"]),
        ("{{random|Hello {{first_name}}|Hi}}", ["{{first_name}}"]),
        ("{{{{first_name}}}}", ["{{{first_name}}}"]),
        ("*|FNAME|**|LNAME|*", ["*|FNAME|*", "*|LNAME|*"]),
        ("%%first_name%%%%last_name%%", ["%%first_name%%", "%%last_name%%"]),
    ],
)
def test_nesting_and_missing_braces_do_not_confuse(text, tags):
    assert [tag.tag for tag in find_merge_tags(text)] == tags


def default_of(text):
    return next(tag.default for tag in find_merge_tags(text) if tag.about == "recipient")


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("{% if first_name %}Hi {{first_name}},{% else %}Hello,{% endif %}", "Hello,"),
        ("{% if first_name != blank %}Hi {{first_name}}{% endif %}", ""),
        ("{%- if first_name != '' -%}\nHi {{first_name}}\n{%- else -%}\nHello\n{%- endif -%}", "Hello"),
        ("{% unless first_name == blank %}{{first_name}}{% else %}there{% endunless %}", "there"),
        ("{% if first_name == blank %}there{% else %}{{ first_name }}{% endif %}", "there"),
        ("{% if not first_name %}there{% else %}{{ first_name }}{% endif %}", "there"),
        ("{% if first_name and company %}{{first_name}} at {{company}}{% else %}you{% endif %}", "you"),
        ("{% if first_name %}{% if city %}{{first_name}}{% endif %}{% else %}you{% endif %}", "you"),
        ("{% if city == 'Rome' %}in Rome{% elsif first_name %}{{first_name}}{% else %}you{% endif %}", "you"),
        ("{% if contact.firstname %}{{ contact.firstname }}{% else %}you{% endif %}", "you"),
        ("{{#if first_name}}{{first_name}}{{else}}there{{/if}}", "there"),
        ("{{#if Recipient.FirstName}}{{Recipient.FirstName}}{{else}}there{{/if}}", "there"),
        ("{{#if first_name}}{{first_name}}{{#else}}there{{#endif}}", "there"),
        ("{{#unless first_name}}there{{else}}{{first_name}}{{/unless}}", "there"),
        ("{{#first_name}}{{first_name}}{{/first_name}}", ""),
        ("{{^first_name}}there{{else}}{{first_name}}{{/first_name}}", "there"),
        ("*|IF:FNAME|*Hi *|FNAME|**|ELSE:|*Hello*|END:IF|*", "Hello"),
        ("*|IFNOT:FNAME|*Hello*|ELSE:|*Hi *|FNAME|**|END:IF|*", "Hello"),
        ("*|IF:FNAME!=|*Hi *|FNAME|**|END:IF|*", ""),
        # the tag's own word counts first
        ("{% if first_name %}{{ first_name | default: 'you' }}{% else %}them{% endif %}", "you"),
        # these conditions say nothing about the field
        ("{% if city %}Hi {{first_name}}{% else %}Hello{% endif %}", None),
        ("{% if first_name or city %}Hi {{first_name}}{% endif %}", None),
        ("{% if first_name != 'Frank' %}Hi {{first_name}}{% endif %}", None),
        ("{% if first_name %}Hi{% else %}{{first_name}}{% endif %}", None),
        ("{% if first_name %}Hi{% endif %} {{first_name}}", None),
        ("{% if first_name %}Hi {{first_name}}", None),
        ("{% for x in y %}{{first_name}}{% endfor %}", None),
        ("{% endif %}{{first_name}}{% else %}", None),
    ],
)
def test_a_condition_around_a_tag_is_its_default(text, default):
    assert default_of(text) == default


def test_text_without_tags_keeps_a_space_for_each():
    assert without_merge_tags("Hi {{first_name}}, at *|COMPANY|*!") == "Hi  , at  !"
    assert without_merge_tags("a [Draft] {x}") == "a [Draft] {x}"


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "{{",
        "{%",
        "{% if a %}",
        "{{#if a}}{{a}}",
        "*|",
        "%%a",
        "[",
        "[a",
        "{!",
        "<span ",
        "{{a|",
        "{{#if a}}{{a}}{{else}}",
        "{% if a %}{% elsif b %}",
        "~~eloqua",
        "{a",
        "*|IF:A|*",
    ],
)
@pytest.mark.usefixtures("without_end_is_a_failure")
def test_hostile_text_is_read_in_linear_time(piece):
    find_merge_tags(piece * (40_000 // len(piece)))


def test_a_tag_is_a_value():
    assert find_merge_tags("{{a}}") == [MergeTag(1, "{{a}}", "handlebars", "a", None, "recipient")]
