import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigcheck.inputs.html import read_html
from sigcheck.inputs.text_lines import number_lines


def read(markup):
    return read_html(number_lines(textwrap.dedent(markup).strip("\n").split("\n")))


def text_of(markup):
    return [line.text for line in read(markup).lines]


def numbered(markup):
    return [(line.line, line.column, line.text) for line in read(markup).lines if line.text]


def test_text_is_taken_by_block_with_the_line_of_its_first_word():
    markup = """
        <!DOCTYPE html>
        <html><head>
          <title>
            Breakfast on the 9th
          </title>
          <style>p { color: red }</style>
        </head>
        <body>
          <p>Hi&nbsp;Frank,</p>
          <p>
            I saw that you
            run <b>operations</b>
            in Boston.<br>Would Tuesday suit?
          </p>
          <script>track("you")</script>
          <table><tr><td>Ana Ruiz</td><td>+1 617</td></tr><tr><td>Northwind</td></tr></table>
        </body></html>
    """
    document = read(markup)
    assert (document.title.text, document.title.line, document.title.column) == ("Breakfast on the 9th", 4, 5)
    assert numbered(markup) == [
        (9, 6, "Hi Frank,"),
        (11, 5, "I saw that you run operations in Boston."),
        (13, 19, "Would Tuesday suit?"),
        (16, 18, "Ana Ruiz +1 617"),
        (16, 59, "Northwind"),
    ]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>a</p><p>b</p>", ["a", "", "b"]),
        ("<div>a</div><div>b</div>", ["a", "b"]),
        ("<div>a</div><div><br></div><div>b</div>", ["a", "", "b"]),
        ("a<br>b<br/><br />c", ["a", "b", "", "c"]),
        (
            "<p class=MsoNormal>a</p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n<p class=MsoNormal>b</p>",
            ["a", "", "b"],
        ),
        ("<p class='MsoNormal'>a</p><p class='MsoNormal'>b</p>", ["a", "b"]),
        ('<p style="margin: 0">a</p><p style="margin:0px">b</p>', ["a", "b"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<pre>a\n  b</pre>", ["a", "  b"]),
        ("a <b> b </b> c", ["a b c"]),
        ("a<b>b</b>c", ["abc"]),
        ("<b>a </b>b", ["a b"]),
        ("J&ouml;rg &amp; Z&#xFC;rich &euro;5 &lt;b&gt;", ["Jörg & Zürich €5 <b>"]),
        ("<p>a<p>b", ["a", "", "b"]),
        ("<div>a", ["a"]),
        ("", []),
        ("<img src=x>", []),
    ],
)
def test_lines_break_as_a_mail_client_breaks_them(markup, lines):
    assert text_of(markup) == lines


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none;max-height:0">Preheader <b>text</b></div>',
        '<span style="DISPLAY : NONE">x</span>',
        '<span style="font-size:0px;color:#fff">x</span>',
        '<div style="mso-hide:all">x</div>',
        "<p hidden>x</p>",
        "<!-- comment <p>x</p> -->",
        "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->",
        "<style>.x{}</style>",
        "<script>x()</script>",
        "<template>x</template>",
        "<title>x</title>",
    ],
)
def test_what_is_hidden_is_no_text(hidden):
    assert text_of(f"{hidden}<p>seen</p>") == ["seen"]


def test_what_is_merely_small_is_text():
    assert text_of('<p style="font-size:0.8em;max-height:0.5em">seen</p>') == ["seen"]


@pytest.mark.parametrize(
    "mark", ["<![if !mso]>seen<![endif]>", "<![foo[seen", "<!foo>seen", "<?xml version='1.0'?>seen"]
)
def test_declarations_of_office_do_not_stop_the_reading(mark):
    assert text_of(f"<p>Hi</p>{mark}<p>there</p>")[0] == "Hi"
    assert text_of(f"<p>Hi</p>{mark}>\n<p>there</p>")[-1].endswith("there")


def test_elements_have_their_place_attributes_source_and_text():
    document = read(
        '<P Class=x>Hello <IMG SRC="a.gif" Width=1 alt>\n  <a HREF=" https://x.com ">our <b>site</b></a></P>'
    )
    found = [(e.line, e.column, e.tag, e.attributes, e.source, e.text) for e in document.elements]
    assert found == [
        (1, 1, "p", (("class", "x"),), None, "Hello our site"),
        (1, 18, "img", (("src", "a.gif"), ("width", "1"), ("alt", "")), "a.gif", ""),
        (2, 3, "a", (("href", " https://x.com "),), "https://x.com", "our site"),
        (2, 33, "b", (), None, "site"),
    ]


def test_the_text_of_an_element_is_cut_short():
    element = read(f"<p>{'word ' * 100}</p>").elements[0]
    assert len(element.text) == 80
    assert element.text.endswith("…")


def test_texts_of_blocks_do_not_run_together():
    assert read("<div><p>a</p><p>b</p></div>").elements[0].text == "a b"


def test_links_know_the_line_of_text_that_shows_them():
    document = read(
        """
        <p>Hi Frank,</p>
        <p>See <a href="https://x.com/?a=1&amp;b=2">the
        agenda</a> or <a href="mailto:ana@x.com">write</a>.</p>
        <a href="https://x.com/logo"><img src="logo.png"></a>
        <a name="top">no link</a>
        <map><area href="https://x.com/area"></map>
        <a href="">empty</a>
        """
    )
    found = [(link.line, link.column, link.url, link.text, link.text_index) for link in document.links]
    assert found == [
        (2, 8, "https://x.com/?a=1&b=2", "the agenda", 2),
        (3, 15, "mailto:ana@x.com", "write", 2),
        (4, 1, "https://x.com/logo", "", None),
        (6, 6, "https://x.com/area", "", None),
        (7, 1, "", "empty", 4),
    ]
    assert document.lines[2].text == "See the agenda or write."


def test_merge_tags_in_markup_stay_whole():
    document = read(
        '<p>Hi {{ contact.firstname }},</p><a href="{{unsubscribe_link}}">out</a><a href="*|UNSUB|*">out</a>'
    )
    assert document.lines[0].text == "Hi {{ contact.firstname }},"
    assert [link.url for link in document.links] == ["{{unsubscribe_link}}", "*|UNSUB|*"]


@pytest.mark.parametrize(
    "quote",
    [
        '<blockquote type="cite">old</blockquote>',
        '<div class="gmail_quote"><p>old</p></div>',
        '<div id="divRplyFwdMsg">old</div>',
    ],
)
def test_quoted_text_is_marked(quote):
    lines = read(f"<p>new</p>{quote}<p>newer</p>").lines
    assert {line.text for line in lines if line.is_quoted and line.text} == {"old"}


def test_a_blockquote_for_indentation_is_not_quoted():
    assert not any(line.is_quoted for line in read("<blockquote>indented</blockquote>").lines)


@settings(max_examples=300)
@given(st.text(alphabet="<>!/-=[]&;#'\"abp \n?x{}:", max_size=60))
def test_no_markup_is_too_broken(markup):
    document = read_html(number_lines(markup.split("\n")))
    assert all(link.text_index is None or link.text_index < len(document.lines) for link in document.links)


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<a href=x>", "</a>", "<td>", "&nbsp;", "t", "\n", "<br>", "<pre>"]),
        max_size=12,
    )
)
def test_a_link_points_at_a_line_that_exists(pieces):
    document = read_html(number_lines("".join(pieces).split("\n")))
    assert all(link.text_index is None or link.text_index < len(document.lines) for link in document.links)
