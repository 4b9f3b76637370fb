"""Strategies for what people write with a slip in it: a plan, a rule, a list, a message that are almost right."""

import copy

import yaml
from hypothesis import strategies as st

SLIPS = (
    "",
    " ",
    "none",
    "2026-02-30",
    "2026-12-01 25:00",
    "24:00",
    "17:00-09:00",
    "../x",
    "[",
    "a\nb",
    "\u202e",
    "é" * 300,
)
"""Values of the wrong kind in the right place."""

LETTERS = st.characters(codec="utf-8", exclude_characters="\0")

ODD = st.one_of(
    st.sampled_from(SLIPS),
    st.sampled_from((None, True, -1, 0, 10**30, 1.5, float("inf"), float("nan"))),
    st.text(LETTERS, max_size=12),
    st.dates(),
    st.datetimes(),
    st.lists(st.sampled_from(SLIPS), max_size=3),
    st.dictionaries(st.sampled_from(("file", "name", "code", "x", "")), st.sampled_from(SLIPS), max_size=2),
)


def places(value, at=()):
    """Return where in nested mappings and lists a value stands, as keys from the top."""
    found = [at] if at else []
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return found + [place for key, held in inner for place in places(held, (*at, key))]


@st.composite
def with_slips(draw, whole):
    """A copy of nested mappings and lists in which up to three values are others, gone, or new."""
    made = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.sampled_from(places(made) or [("name",)]))
        holder = made
        for key in at[:-1]:
            holder = holder[key]
        slip = draw(st.sampled_from(("other", "other", "gone", "new")))
        if slip == "other":
            holder[at[-1]] = draw(ODD)
        elif slip == "gone":
            holder.pop(at[-1])
        elif isinstance(holder, dict):
            holder[draw(st.text(LETTERS, max_size=6))] = draw(ODD)
        else:
            holder.append(draw(ODD))
        if not made:
            break
    return made


@st.composite
def yaml_bytes(draw, whole):
    """The bytes of a YAML file with slips, in every fifth of which a few bytes are others."""
    text = yaml.safe_dump(draw(with_slips(whole)), allow_unicode=draw(st.booleans()), sort_keys=False)
    return draw(damaged(text.encode("utf-8", "surrogatepass")))


@st.composite
def damaged(draw, data):
    """Bytes, in one of five cases with a piece cut out, doubled or replaced."""
    if draw(st.integers(0, 4)):
        return data
    start = draw(st.integers(0, len(data)))
    end = min(len(data), start + draw(st.integers(0, 20)))
    return data[:start] + draw(st.sampled_from((b"", b"\xff", b"\0", b": ", b"\n- ", data[start:end] * 2))) + data[end:]


CELLS = st.one_of(
    st.sampled_from(
        ("dana@acme.com", "dana@acme.com; omar@acme.com", "Dana", "O'Neil, Jr.", "2026-12-01 09:10", "Germany")
    ),
    st.sampled_from(('"', '""', "a,b", "a;b", "a\nb", "=1+1", "\u202eDana", "JosÃ©", "\0", "\ufeff", "x" * 3_000)),
    st.text(st.characters(codec="utf-8"), max_size=10),
)
TITLES = st.sampled_from(
    ("email", "E-Mail", "first name", "Name", "company", "country", "timezone", "send at", "", "x", "row", "email")
)


@st.composite
def lists(draw):
    """The bytes of a recipient list: a header recognised in part, and rows that may be too long or short."""
    titles = ["email", *draw(st.lists(TITLES, max_size=5))]
    delimiter = draw(st.sampled_from(",;\t"))
    lines = [delimiter.join(titles)]
    for _ in range(draw(st.integers(0, 6))):
        cells = draw(st.lists(CELLS, min_size=max(0, len(titles) - 1), max_size=len(titles) + 1))
        quoted = draw(st.booleans())
        lines.append(delimiter.join('"' + cell.replace('"', '""') + '"' if quoted else cell for cell in cells))
    text = draw(st.sampled_from(("\n", "\r\n", "\r"))).join(lines)
    return draw(damaged(text.encode(draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252"))), "replace")))


@st.composite
def messages(draw):
    """The bytes of a message, the first of which says its format: pieces of mail, HTML, tags and prose in any order."""
    pieces = st.sampled_from(MESSAGE_PIECES) | st.text(st.characters(codec="utf-8"), max_size=8)
    text = draw(st.sampled_from(("", "\n", " "))).join(draw(st.lists(pieces, max_size=25)))
    return bytes([draw(st.integers(0, 3))]) + draw(damaged(text.encode()))


MESSAGE_PIECES = (
    *(
        "---",
        "subject: Hi",
        "From: Ana <ana@northwind.com>",
        "Subject: =?utf-8?Q?H=C3=AD?=",
        "MIME-Version: 1.0",
        "\n",
        "\n\n",
    ),
    *(
        'Content-Type: multipart/mixed; boundary="b"',
        "--b",
        "--b--",
        "Content-Type: text/html; charset=utf-16",
        "Content-Type:",
    ),
    *(
        "Content-Transfer-Encoding: base64",
        "SGkgRGFuYSw=",
        "Content-Transfer-Encoding: quoted-printable",
        "=C3=",
        "=\n",
    ),
    *(
        "<html>",
        "<p>",
        "</p>",
        "<a href='https://x.com/{{id}}'>",
        "<!--",
        "<style>",
        "&amp;",
        "&#x0;",
        "<img src=x width=1>",
        "</body>",
    ),
    *(
        "Hi {{first_name}},",
        "{% if company %}",
        "{% else %}",
        "{% endif %}",
        "{a|b}",
        "*|FNAME|*",
        "> quoted",
        "-- ",
        "Best,",
        "Ana Ruiz",
    ),
    *("On Monday Ana wrote:", "unsubscribe", "https://bit.ly/x", "\u202e", "\0", "\x1b[31m"),
)
