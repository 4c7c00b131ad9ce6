"""The API's description of itself: whole, with examples that hold, and no other host in it."""

import re

import pytest
from jsonschema import Draft202012Validator

from onrecord.api.schemas import components, examples
from tests.api.asked import got


@pytest.fixture
def described(client):
    return got(client, "openapi.json")


def operations(described):
    return [(path, method, op) for path, ops in described["paths"].items() for method, op in ops.items()]


def test_only_rulings_can_be_posted(described):
    posted = {path for path, method, _ in operations(described) if method != "get"}
    assert posted == {"/rulings", "/rulings/{id}/undo"}


def test_every_operation_has_words_a_shape_an_example_and_its_problems(described):
    for path, method, op in operations(described):
        assert op["summary"], path
        assert op["description"], path
        answered = op["responses"]["201" if "201" in op["responses"] else "200"]
        (content,) = answered["content"].values()
        assert content["schema"], (path, method)
        assert "example" in content, (path, method)
        assert {"401", "403", "404", "422", "429", "503"} <= op["responses"].keys()


def test_every_reference_leads_somewhere(described):
    kept = described["components"]["schemas"]
    refs = set(re.findall(r"#/components/schemas/(\w+)", str(described)))
    assert refs <= kept.keys()


@pytest.mark.parametrize("name", sorted(examples()))
def test_an_example_is_as_described(name):
    whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": components()}}
    assert [error.message for error in Draft202012Validator(whole).iter_errors(examples()[name])] == []


def test_no_other_host_is_named(described):
    hosts = set(re.findall(r"https?://[^/\s\"']+", str(described)))
    assert hosts == set()


def test_it_tells_whether_a_token_is_needed(described, asker):
    assert {str(op["security"]) for *_, op in operations(described)} == {"[{}]"}
    elsewhere = got(asker("reader"), "openapi.json")
    assert {str(op["security"]) for *_, op in operations(elsewhere)} == {"[{'token': []}]"}


def test_every_link_leads_to_an_operation_and_fills_its_parameters(described):
    by_name = {op["operationId"]: op for *_, op in operations(described)}
    links = [
        link
        for *_, op in operations(described)
        for link in op["responses"].get("200", {}).get("links", {}).values()
    ]
    assert len(links) > len(by_name) / 2
    for link in links:
        wanted = {each["name"] for each in by_name[link["operationId"]].get("parameters", ())}
        assert link.get("parameters", {}).keys() <= wanted
