"""The JSON schemas: what an editor accepts, the loader accepts, and the other way about."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft7Validator, FormatChecker
from test_load import GOOD as CAMPAIGN
from test_load_form import GOOD as FORM

from docgen.campaign.model import Campaign
from docgen.campaign.schema import campaign_schema
from docgen.sources.strict_yaml import read_yaml
from docgen.sources.validation import validate
from docgen.templates.form_model import FormPlan
from docgen.templates.schema import form_schema
from docgen.workflow.schema import Kind, schema_text

CHECKOUT = Path(__file__).parent.parent


class Editor(yaml.SafeLoader):
    """Reads as an editor does, by YAML 1.2: 2020-03-01, 17:00 and no are texts, 3 is a number."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def faults(schema: dict[str, Any], text: str) -> list[str]:
    checker = Draft7Validator(schema, format_checker=FormatChecker())
    return [error.message for error in checker.iter_errors(yaml.load(text, Editor))]


def loads(model: type[Campaign] | type[FormPlan], text: str) -> bool:
    return not validate(model, read_yaml(text, "a.yaml"), "C")[1]


def test_they_are_draft_07() -> None:
    for schema in (campaign_schema(), form_schema()):
        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert "$defs" not in str(schema)


def test_every_key_is_described() -> None:
    for schema in (campaign_schema(), form_schema()):
        parts = [schema, *schema["definitions"].values()]
        for part in [inner for outer in parts for inner in [outer, *outer.get("anyOf", [])]]:
            for key, value in part.get("properties", {}).items():
                assert value.get("description") or "Plan" in str(value), key


@pytest.mark.parametrize("kind", ["campaign", "form"])
def test_the_committed_schemas_are_current(kind: Kind) -> None:
    committed = CHECKOUT / "schemas" / f"{kind}.schema.json"
    assert committed.read_bytes() == schema_text(kind).encode(), "make schemas is due"


def test_an_editor_accepts_a_good_campaign_and_a_good_form() -> None:
    assert faults(campaign_schema(), CAMPAIGN) == []
    assert faults(form_schema(), FORM) == []


CHANGES = [
    # what stands there, what stands there instead, whether that will do
    ("title: 市人社局", "tilte: 市人社局", False),
    ("issued: 2020-03-01", "issued: 2020-02-30", False),
    ("issued: 2020-03-01", "issued:", True),
    ("issued: 2020-03-01\n", "", True),
    ("number: 津人社办函〔2020〕124号", "number:", False),
    ("number: 津人社办函〔2020〕124号\n", "", False),
    ("fax: }", "phone: 1}", False),
    ("fax: }", "fax: ~, email: null}", True),
    ("fax: }", 'fax: "0471"}', True),
    ("year: 2020", "year: 1948", False),
    ("year: 2020", "year: 二〇二〇", False),
    ("disclosure: 主动公开", "disclosure: 主动公布", False),
    ("disclosure: 主动公开", "disclosure:", True),
    ("disclosure: 主动公开", "disclosure: 主动公开\ncopy_number: 000012", True),
    ("number: 津人社办函〔2020〕124号", "number: {code: 津人社办函, year: 2020}", True),
    ("number: 津人社办函〔2020〕124号", "number: 津人社办函[2020]124号", True),
    ("number: 津人社办函〔2020〕124号", "number: 津人社办函2020-124", False),
    ("issuer: {name: 天津市", "issuer: [{name: 市医保局}, {name: 天津市", None),
    ("short: 市人社局}", "short: 市人社局, sort: x}", False),
    ("soft: 是", "soft: true", True),
    ("soft: 是", "soft: yes", False),
    ("time: 17:00", "time: 17点", False),
    ("  submission:", "  Last Day:", False),
    ("{date: 2020-03-13, time", "{time", False),
    ("note: 此件公开", "note: [此件公开, 另行通知]", True),
    ("phones: [0471-123, 83218119]", "phones: 83218119", False),
    ("copies: 3", "copies: 三", False),
    ("facts: {places: 3", "facts: {places: [3, [4]]", False),
    ("facts: {places: 3", "facts: {places: {a: b}", False),
    ("signature: {variant: unsealed}", "signature:", True),
    ("signature: {variant: unsealed}", "signature: {variant: seal}", False),
]


@pytest.mark.parametrize(("old", "new", "good"), CHANGES, ids=[new for _old, new, _good in CHANGES])
def test_editor_and_loader_agree_about_a_campaign(old: str, new: str, good: bool | None) -> None:
    assert old in CAMPAIGN
    text = CAMPAIGN.replace(old, new, 1)
    if good is None:  # the bracket that was opened
        text, good = text.replace("short: 市人社局}", "short: 市人社局}]"), True
    assert loads(Campaign, text) is good
    assert (faults(campaign_schema(), text) == []) is good


FORM_CHANGES = [
    ("- [{label: 电话}, {field", "- [{lable: 电话}, {field", False),
    ("height: 24.5", "height: 0", False),
    ("height: 24.5", "hieght: 24.5", False),
    ("columns: [34, 48, 26, 48]", "columns: [34, 48.5, 25.5, 48]", True),
    ("columns: [34, 48, 26, 48]", "columns: [34, 48, 26, -48]", False),
    ("required: 是", "required: 对", False),
    ("required: 是", "required: false", True),
    ("kind: phone", "kind: telephone", False),
    ("单位：万元]", "{label: 单位}]", False),
    ("notes: 注：一式三份。", "notes: [注：, 一式三份。]", True),
    ("{}, {field: a}", "{span: 0}, {field: a}", False),
]


@pytest.mark.parametrize(("old", "new", "good"), FORM_CHANGES, ids=[new for _old, new, _good in FORM_CHANGES])
def test_editor_and_loader_agree_about_a_form(old: str, new: str, good: bool) -> None:
    assert old in FORM
    text = FORM.replace(old, new, 1)
    assert loads(FormPlan, text) is good
    assert (faults(form_schema(), text) == []) is good


def test_an_editor_finds_no_fault_with_the_campaigns_and_forms_at_hand() -> None:
    files = {
        # A roster is called so: 2017.units.yaml.
        CHECKOUT / "data": ("*/????.yaml", campaign_schema()),
        CHECKOUT / "templates" / "annexes": ("*/form.yaml", form_schema()),
    }
    found = {
        str(path.relative_to(CHECKOUT)): faults(schema, path.read_text(encoding="utf-8"))
        for folder, (names, schema) in files.items()
        for path in sorted(folder.glob(names))
        if not path.name.endswith(".units.yaml")
    }
    assert len(found) > 10
    assert {path: messages for path, messages in found.items() if messages} == {}
