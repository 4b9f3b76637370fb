"""The page as a browser shows it. Needs Chromium, and the Python packages of the extra `test`."""

import os
import shutil
from io import StringIO
from pathlib import Path

import pytest

from sigcheck import Options, lint
from sigcheck.formats import Style, write_reports
from sigcheck.report import Finding, RuleResult

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def browser():
    path = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if path is None:
        reason = f"no browser is installed, looked for {', '.join(BROWSERS)}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def reports():
    return {
        name: lint(EXAMPLES / name / "plan.yaml", Options(pictures=True)) for name in ("clean", "sinful", "first-time")
    }


@pytest.fixture
def opened(browser, tmp_path):
    """A function that opens the page of reports; whatever the page complains about fails the test at its end."""
    complaints, contexts = [], []

    def open_page(*reports, **context):
        stream = StringIO()
        write_reports("html", reports, stream, Style())
        file = tmp_path / "report.html"
        file.write_text(stream.getvalue(), encoding="utf-8")
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if request.url != file.as_uri() else None)
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def visible(page, selector=".findings .items li"):
    """The texts of the elements that are on the screen, in closed details too."""
    return page.eval_on_selector_all(
        selector,
        "found => found.filter(one => !one.closest('.filtered-out')).map(one => one.textContent)",
    )


def test_the_filter_narrows_by_sin_severity_and_text_and_says_how_much_is_left(opened, reports):
    page = opened(reports["sinful"])
    everything, count = visible(page), page.locator(".count")
    said = count.inner_text()
    assert said == f"{len(everything)} findings listed"
    page.get_by_label("Severity").select_option("note")
    notes = visible(page)
    assert 0 < len(notes) < len(everything)
    severities = page.eval_on_selector_all(".rule:not(.filtered-out)", "all => all.map(one => one.dataset.severity)")
    assert set(severities) == {"note"}
    page.get_by_label("Severity").select_option("")
    page.get_by_label("Sin", exact=True).select_option("ORG")
    assert page.locator(".sin:not(.filtered-out)").count() == 1
    page.get_by_label("Text").fill("ROSENSTEIN people")
    matches = visible(page)
    assert matches
    assert all("rosenstein" in match.lower() for match in matches)
    assert count.inner_text() == f"{len(matches)} match of {said}"
    page.get_by_label("Text").fill("nobody is called so")
    assert (visible(page), count.inner_text()) == ([], f"0 match of {said}")
    assert not page.locator(".sin").first.is_visible()
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function("text => document.querySelector('.count').textContent === text", arg=said)
    assert visible(page) == everything


def test_a_match_among_the_further_findings_is_shown(opened, reports):
    page = opened(reports["sinful"])
    last = page.locator(".further li").nth(30)
    assert not last.is_visible()
    page.get_by_label("Text").fill(last.text_content())
    assert last.is_visible()


def test_the_filter_works_from_the_keyboard_and_its_focus_is_seen(opened, reports):
    page = opened(reports["first-time"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.get_by_label("Text").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "reset"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("names", [("sinful",), ("clean", "first-time")])
def test_axe_finds_no_serious_fault(opened, reports, names, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = opened(*(reports[name] for name in names), color_scheme=scheme)
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    found = Axe().run(page).response
    assert found["passes"]
    faults = {one["id"]: [node["html"] for node in one["nodes"][:3]] for one in found["violations"]}
    grave = {one["id"] for one in found["violations"] if one["impact"] in ("serious", "critical")}
    assert {name: faults[name] for name in grave} == {}


@pytest.mark.parametrize("name", ["clean", "sinful", "first-time"])
def test_a_phone_needs_no_scrolling_sideways(opened, reports, name):
    page = opened(reports[name], viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert page.locator(".score").bounding_box()["y"] < PHONE["height"]
    smallest = page.eval_on_selector(".drawing text", "text => text.getBoundingClientRect().height")
    assert smallest > 8


def test_the_pictures_are_drawn(opened, reports):
    page = opened(reports["clean"])
    for title in ("Sends by weekday and hour", "Emails per recipient by month"):
        box = page.get_by_role("img", name=title).bounding_box()
        assert box["width"] > 300
        assert box["height"] > 100
    colours = page.eval_on_selector_all(
        ".in-5, .this_send, .branded, .bar .filled", "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert len(set(colours)) == 3


def test_on_paper_everything_is_open_and_the_filter_is_gone(opened, reports):
    page = opened(reports["sinful"])
    page.get_by_label("Text").fill("nobody is called so")
    assert not page.locator(".items li").first.is_visible()
    page.emulate_media(media="print")
    assert not page.locator("form").first.is_visible()
    heights = page.eval_on_selector_all(".findings .items li", "all => all.map(one => one.offsetHeight)")
    assert min(heights) > 0
    assert page.locator("figure details table").first.is_visible()


def test_script_in_data_does_not_run(opened, reports):
    evil = "<img src=x onerror=\"document.title='evil'\"><script>document.title='evil'</script>"
    finding = reports["sinful"].findings[0]._replace(message=evil, help=evil, file=evil)
    page = opened(reports["sinful"]._replace(name=evil, findings=(finding,)))
    assert page.title().startswith("<img")
    assert page.locator("main img").count() == 0


def test_a_page_of_the_largest_kind_opens_and_filters(opened, reports):
    codes = [f"DAT{number:03}" for number in range(80)]
    largest = reports["sinful"]._replace(
        results=tuple(RuleResult(code, "rule", "DAT", "error", 100_000, 9, 1, "1", "Because.") for code in codes),
        findings=tuple(
            Finding(code, "error", f"{row} " + "a long message " * 12, "Mend it.", "recipients.csv", row)
            for code in codes
            for row in range(1_000)
        ),
    )
    page = opened(largest)
    assert len(visible(page)) > 2_500
