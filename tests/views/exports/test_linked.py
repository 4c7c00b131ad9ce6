"""Web Annotations and schema.org: JSON-LD as the W3C's model and schema.org's own terms have it."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.model.record import Outcome, Piece, Record
from onrecord.views.exports.formats import export
from tests.views.made import BOATS, MEETING, RING, ROPE, SILENT, TIDE, a_record, passage, when

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)
EMPTY = Record(made_at="", as_of=None, as_read=None, versions=())
TERMS = {
    "Dataset": {"name", "dateCreated"},
    "NewsArticle": {
        "identifier", "headline", "url", "datePublished", "dateModified", "inLanguage", "publisher", "author",
        "articleBody", "version",
    },
    "Person": {"identifier", "name", "alternateName"},
    "Organization": {"identifier", "name", "alternateName"},
    "Place": {"identifier", "name", "alternateName", "geo"},
    "Event": {
        "identifier", "name", "description", "startDate", "endDate", "eventStatus", "location", "about",
    },
    "Claim": {
        "identifier", "name", "text", "about", "author", "appearance", "dateCreated", "temporalCoverage",
    },
    "Quotation": {"identifier", "text", "spokenByCharacter", "dateCreated", "isPartOf"},
}  # fmt: skip
"""The types that we write and the properties of each that schema.org defines for it."""


def annotations(record, texts=None):
    page = json.loads(export(record, "webannotation", texts=texts, made_at=MADE))
    return page, page.get("first", {}).get("items", [])


def graph(record, texts=None):
    return json.loads(export(record, "schemaorg", texts=texts, made_at=MADE))["@graph"]


def of(things, kind):
    return [thing for thing in things if thing["@type"] == kind]


def test_a_collection_counts_its_annotations():
    page, items = annotations(a_record())
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationCollection"
    assert page["first"]["type"] == "AnnotationPage"
    assert page["total"] == len(items) > 0
    assert len({item["id"] for item in items}) == len(items)


def test_an_annotation_has_what_the_model_demands():
    for item in annotations(a_record())[1]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:uuid:")
        assert item["motivation"] in ("describing", "identifying")
        assert item["body"]["type"] == "TextualBody"
        assert item["body"]["value"]
        assert item["target"]["source"].startswith(("urn:uuid:", "https://"))


def test_position_and_quotation_are_to_the_letter():
    texts = {line.report.text for line in a_record().reports}
    for item in annotations(a_record())[1]:
        place, quote = item["target"]["selector"]
        assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        (text,) = [text for text in texts if around in text]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])


def test_every_support_quotation_number_and_mention_is_annotated():
    record = a_record()
    supports = sum(len(event.support) for event in record.events)
    pieces = sum(len(p.content) for said in record.statements for v in said.variants for p in v.pieces)
    mentions = sum(len(entity.mentions) for entity in record.entities)
    assert annotations(record)[0]["total"] == supports + pieces + len(BOATS.readings) + mentions


def test_without_texts_a_place_and_a_hash_are_left():
    for item in annotations(a_record(), "none")[1]:
        (place,) = item["target"]["selector"]
        assert len(place["sha256"]) == 64


def test_the_source_of_a_report_on_the_web_is_its_address():
    sources = {item["target"]["source"] for item in annotations(a_record())[1]}
    assert TIDE.address in sources


def test_an_empty_collection_has_no_page():
    assert annotations(EMPTY)[0]["total"] == 0
    assert "first" not in annotations(EMPTY)[0]


def test_only_terms_of_schema_org_are_used():
    for thing in graph(a_record(), "full"):
        assert set(thing) - {"@id", "@type"} <= TERMS[thing["@type"]], thing["@type"]


def test_every_pointer_leads_to_a_thing():
    def pointers(value):
        if isinstance(value, dict):
            yield from [value["@id"]] if set(value) == {"@id"} else ()
            yield from (p for each in value.values() for p in pointers(each))
        elif isinstance(value, list):
            yield from (p for each in value for p in pointers(each))

    things = graph(a_record())
    ids = [thing["@id"] for thing in things]
    assert len(ids) == len(set(ids))
    assert set(pointers([list(thing.values()) for thing in things])) <= set(ids)


def test_what_is_denied_is_a_claim_and_no_event():
    things = graph(replace(a_record(), events=(SILENT, ROPE)))
    assert [thing["name"] for thing in of(things, "Event")] == [SILENT.label]
    claim = next(thing for thing in of(things, "Claim") if thing["identifier"] == ROPE.id)
    assert claim["text"].startswith("not after 4 June 2026 · denied: it had cut the rope")
    assert "about" not in claim


def test_a_claim_says_who_makes_it_and_where_it_appears():
    things = graph(a_record())
    named = {thing["@id"]: thing for thing in things}
    claim = next(thing for thing in of(things, "Claim") if thing["identifier"] == ROPE.id)
    assert [named[author["@id"]]["name"] for author in claim["author"]] == ["harbour office"]
    assert [named[each["@id"]]["@type"] for each in claim["appearance"]] == ["NewsArticle"]


def test_direct_words_are_quotations_by_their_speaker():
    things = graph(a_record())
    named = {thing["@id"]: thing for thing in things}
    quotations = [thing for thing in of(things, "Quotation") if thing["identifier"] == RING.id]
    assert len(quotations) == 2
    assert {named[each["@id"]]["name"] for q in quotations for each in q["spokenByCharacter"]} == {
        "Mara Voss"
    }


def denying(cue):
    """Return the record with the statement as one that somebody denies."""
    piece = Piece(
        kind="indirect", speaker_words=None, content=(passage(TIDE, "it had cut the rope"),),
        cue=passage(TIDE, cue),
    )  # fmt: skip
    return replace(
        a_record(), statements=(replace(RING, variants=(replace(RING.variants[1], pieces=(piece,)),)),)
    )


def test_what_somebody_denies_is_never_their_claim():
    record = denying("denied that")
    (claim,) = [thing for thing in graph(record) if thing.get("identifier") == RING.id]
    assert (claim["@type"], claim["text"]) == ("Claim", "denied that it had cut the rope")
    (item,) = [i for i in annotations(record)[1] if "quotation" in i["body"]["value"]]
    assert item["body"]["value"] == "indirect quotation, speaker: Mara Voss, cue “denied that”"


def test_an_event_that_no_report_tells_by_itself_says_who_does():
    (event,) = of(graph(replace(a_record(), events=(MEETING,))), "Event")
    assert event["name"] == f"planned: {MEETING.label} · according to a harbour official (in Skerry Beacon)"


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("pending", "EventScheduled"),
        ("called-off", "EventCancelled"),
        ("put-off", "EventPostponed"),
        ("held", None),
    ],
)
def test_a_plan_has_its_status(state, status):
    plan = replace(MEETING, outcome=Outcome(state=state, to=None, up_to=None, support=()))
    (event,) = of(graph(replace(a_record(), events=(plan,))), "Event")
    assert event.get("eventStatus") == (f"https://schema.org/{status}" if status else None)


@pytest.mark.parametrize(
    ("edtf", "start"),
    [
        ("2026-06-12", "2026-06-12"),
        ("2026-06", "2026-06"),
        ("../2026-06-12", None),
        ("[2026-06-08..]", None),
        (None, None),
    ],
)
def test_a_day_within_limits_is_no_start(edtf, start):
    (event,) = of(graph(replace(a_record(), events=(replace(SILENT, when=when(edtf, "bounded")),))), "Event")
    assert event.get("startDate") == start


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
def test_the_graph_is_json_ld():
    import rdflib

    found = rdflib.Graph().parse(
        data=export(a_record(), "schemaorg", texts=None, made_at=MADE), format="json-ld"
    )
    kinds = {str(kind) for kind in found.objects(None, rdflib.RDF.type)}
    assert {"https://schema.org/Event", "https://schema.org/Claim"} <= kinds
