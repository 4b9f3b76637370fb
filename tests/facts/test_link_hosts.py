import pytest

from sigcheck.facts.link_hosts import link_tracking
from sigcheck.facts.word_lists import entries


@pytest.mark.parametrize("host", ["bit.ly", "www.bit.ly", "tinyurl.com", "hubs.ly", "lnkd.in", "t.co"])
def test_shorteners(host):
    assert link_tracking(host) == "shortener"


@pytest.mark.parametrize(
    "host", ["northwind.us1.list-manage.com", "u123.ct.sendgrid.net", "d2v8.na1.hubspotlinks.com", "mandrillapp.com"]
)
def test_click_trackers_with_all_hosts_below(host):
    assert link_tracking(host) == "click-tracker"


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "northwind.com",
        "sendgrid.com",
        "mailchimp.com",
        "notlist-manage.com",
        "orbit.ly",
        "habit.ly",
        "x.bit.ly",
        "youtu.be",
        "calendly.com",
        "nam02.safelinks.protection.outlook.com",
        "localhost",
    ],
)
def test_other_hosts_are_left_alone(host):
    assert link_tracking(host) is None


def test_the_lists_hold_plain_lower_case_hosts_in_no_two_places():
    shorteners, trackers = entries("link_shorteners"), entries("click_trackers")
    assert not shorteners & trackers
    assert all(host == host.lower() and "." in host and "/" not in host for host in shorteners | trackers)
