"""The columns of a history are recognised as the exports of sending tools call them."""

import pytest

from sigcheck.inputs.history import TITLES
from sigcheck.inputs.list_header import reader_of, recognise_header

EXPORTS = {
    "HubSpot": {
        "email": "Email To Address",
        "sent_at": "Activity Date",
        "sender": "Email From Address",
        "subject": "Email Subject",
        "opened": "Number of Email Opens",
        "clicked": "Number of Email Clicks",
    },
    "Outreach": {
        "email": "Prospect Email",
        "sent_at": "Delivered At",
        "campaign": "Sequence Name",
        "replied": "Replied At",
    },
    "Salesforce": {"email": "ToAddress", "sent_at": "MessageDate", "sender": "FromAddress", "subject": "Subject"},
    "Salesloft": {"email": "Recipient Email Address", "sent_at": "Sent At", "campaign": "Cadence", "opened": "Opens"},
}


@pytest.mark.parametrize("export", EXPORTS)
def test_the_columns_of_an_export_are_recognised(export):
    titles = ["Record ID", *EXPORTS[export].values()]
    header = recognise_header(titles, tuple(TITLES), reader_of(TITLES))
    assert {column.name: column.header for column in header.columns[1:]} == EXPORTS[export]


def test_no_title_stands_for_two_columns():
    titles = [title for known in TITLES.values() for title in known]
    assert len(titles) == len(set(titles))
