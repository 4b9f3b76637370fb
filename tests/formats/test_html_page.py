import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise

import pytest

from sigcheck import Options, lint
from sigcheck.formats import Style, write_reports
from sigcheck.formats.html.month_chart import _ticks
from sigcheck.formats.html.pictures import share
from sigcheck.report import Finding, Ignored, PackResult, RuleResult, Unchecked
from sigcheck.rule_examples import write_example

EVIL = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title></script><h1>",
    "<!-- -->]]>&lt;b&gt;",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\u202egnp.exe\x00",
]

VOID = {"meta", "input", "br", "rect"}


class Page(HTMLParser):
    """What a browser would make of a page: its elements, its text, and the source of its style and script."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.text, self.sources, self.open = [], "", {}, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.open and self.open[-1] in ("style", "script"):
            self.sources[self.open[-1]] = self.sources.get(self.open[-1], "") + data
        else:
            self.text += data

    def values(self, attribute, tag=None):
        return [found[attribute] for name, found in self.elements if attribute in found and tag in (None, name)]


def html_of(*reports, style=None):
    stream = StringIO()
    write_reports("html", reports, stream, style or Style())
    return stream.getvalue()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A report with findings, gaps and all pictures."""
    recipients = (
        "email,first name,company,country\ndana@acme.com,DANA,Acme,United States\nomar@acme.com,Omar,Acme,Japan\n"
        "kim@initech.com,,Initech,Germany\n"
    )
    history = "email,sent_at,kind\ndana@acme.com,2026-11-02,branded\nomar@acme.com,2026-11-20,signature\n"
    plan = write_example({"recipients": recipients, "history": history}, tmp_path_factory.mktemp("campaign"))
    return lint(plan, Options(pictures=True))


def spoiled(report, evil):
    """The report with `evil` wherever text comes from data."""
    finding = Finding("DAT002", "error", evil, evil, evil, 3, None, 3)
    results = (RuleResult("DAT002", evil, "DAT", "error", 1, 1, 8, evil, evil, evil),)
    return report._replace(
        plan=evil,
        name=evil,
        reasons=(evil,),
        send=report.send._replace(senders=(evil,), messages=(evil,), list_file=evil, timezone=evil),
        packs=(PackResult("DAT", evil, 10, 2, "failed"),),
        results=results,
        findings=(finding, finding._replace(help=f"{evil}!")),
        unchecked=(Unchecked("HRS004", evil, "HRS", "error", evil, evil),),
        ignored=(Ignored("ORG001", "ORG", evil, evil, 1, (finding,)), Ignored(evil, "", evil, evil, 0, expired=True)),
        pictures=report.pictures.relabelled(lambda _: evil),
    )


@pytest.mark.parametrize("evil", EVIL)
def test_data_stays_text_whatever_it_holds(report, evil):
    harmless, spoilt = (Page(html_of(spoiled(report, value))) for value in ("harmless", evil))
    tags = [[(tag, sorted(attributes)) for tag, attributes in page.elements] for page in (harmless, spoilt)]
    assert tags[0] == tags[1]
    assert harmless.sources == spoilt.sources
    shown = evil.replace("\u202e", "\\u202e").replace("\x00", "\\u0000")
    assert spoilt.text.count(shown) > 20


def test_nothing_but_its_own_style_and_script_may_run_and_nothing_is_fetched(report):
    page = Page(html_of(report))
    (policy,) = (found["content"] for _, found in page.elements if found.get("http-equiv") == "Content-Security-Policy")
    digests = {
        tag: f"{tag}-src 'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
        for tag, source in page.sources.items()
    }
    directives = ["default-src 'none'", digests["style"], digests["script"], "base-uri 'none'", "form-action 'none'"]
    assert policy.split("; ") == directives
    attributes = {name for _, found in page.elements for name in found}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
    assert not attributes & {"src", "srcset", "action", "data", "xlink:href"}
    assert all(target.startswith("#") for target in page.values("href"))
    assert not re.search(r"url\(|@import|https?:|fetch|innerHTML", "".join(page.sources.values()))


def test_every_reference_within_the_page_has_its_one_target(report):
    page = Page(html_of(report, report._replace(name="Another", score=12.0)))
    names = page.values("id")
    assert len(names) == len(set(names))
    targets = {target[1:] for target in page.values("href")}
    targets |= {name for names in page.values("aria-labelledby") for name in names.split()}
    assert targets <= set(names)
    assert {"plan-1", "plan-2"} <= targets


def test_headings_go_down_one_level_at_a_time(report):
    for reports in ([report], [report, report]):
        page = Page(html_of(*reports))
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert max(deeper - level for level, deeper in pairwise(levels)) == 1


def test_the_page_tells_verdict_send_sins_findings_and_gaps_in_this_order(report):
    text = Page(html_of(report)).text
    order = ["Not ready to send", "Ana Ruiz <ana.ruiz@", "3 recipients in", "The sins", "The send in pictures"]
    order += ["findings listed", "2 people at Acme get this email", "Not checked"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def many(report, findings, rules=1, length=40):
    """The report with many findings of each of many rules."""
    codes = [f"DAT{number:03}" for number in range(rules)]
    results = tuple(
        RuleResult(code, "rule", "DAT", "error", findings, findings, 1, "1", "Because. " * 20, "") for code in codes
    )
    rows = range(min(findings, 1_000))
    found = tuple(
        Finding(code, "error", f"{code} {row} {'x ' * (length // 2)}", "Mend it.", "recipients.csv", row)
        for code in codes
        for row in rows
    )
    return report._replace(results=results, findings=found)


def test_findings_of_a_rule_are_capped_with_the_number_left_out_and_verbose_lists_what_the_report_holds(report):
    report = many(report, 1_200)
    capped, whole = (Page(html_of(report, style=Style(verbose=verbose))).text for verbose in (False, True))
    assert [len(re.findall(r"DAT000 \d+ x", text)) for text in (capped, whole)] == [50, 1_000]
    assert "1,150 further findings left out here" in capped
    assert "200 further findings left out here" in whole
    assert "50 findings listed, of 1,200 in all" in " ".join(capped.split())


def test_a_page_stays_under_two_megabytes_however_much_is_found(report):
    report = many(report, 100_000, rules=80, length=200)
    assert len(html_of(report).encode()) < 2_000_000
    assert len(html_of(*[report] * 5).encode()) < 2_000_000


def test_each_picture_has_a_name_a_description_and_the_figures_as_a_table(report):
    page = html_of(report)
    drawings = re.findall(r'<svg class="drawing".*?</svg>', page, re.DOTALL)
    assert len(drawings) == 2
    for drawing in drawings:
        assert re.search(r"<title id=[^>]+>\w.*?</title><desc id=[^>]+>\w", drawing)
    for heading in ("Sends by weekday and hour", "Emails per recipient by month", "People per company"):
        assert f">{heading}</h3>" in page
    assert '<tr><th scope="row">Nov 2026</th><td class="number">1</td><td class="number">1</td>' in page
    assert '<th scope="row">Acme</th>' in page
    assert page.count("<caption") == page.count("<table") > 5


def test_a_report_without_pictures_is_a_page_without_them(report):
    assert "The send in pictures" not in html_of(report._replace(pictures=None))


def test_a_send_without_findings_or_readable_times_is_a_page_too(report):
    pictures = report.pictures
    bare = pictures._replace(
        recipients=0,
        week=pictures.week._replace(hours=()),
        months=pictures.months._replace(months=()),
        companies=pictures.companies._replace(sizes=(), largest=()),
        fields=pictures.fields._replace(fields=()),
    )
    page = html_of(report._replace(findings=(), results=(), pictures=bare))
    assert "Nothing was found." in page
    assert '<svg class="drawing"' not in page


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(0, 10, "0 %"), (1, 1_000, "<1 %"), (999, 1_000, "99 %"), (10, 10, "100 %"), (0, 0, "0 %")],
)
def test_a_share_is_all_only_where_nothing_is_missing(part, whole, shown):
    assert share(part, whole) == shown


@pytest.mark.parametrize("most", [0.0004, 0.3, 1, 2.4, 5, 9.99, 31, 400])
def test_an_axis_has_few_round_steps_and_reaches_the_highest_bar(most):
    ticks = _ticks(most)
    assert ticks[0] == 0
    assert ticks[-1] >= most * 0.999999
    assert 3 <= len(ticks) <= 6
