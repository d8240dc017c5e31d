"""The least that reading YAML costs: a process that parses with libyaml, looks at nothing and forgets it."""

from __future__ import annotations

ONE = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8').read(), yaml.CSafeLoader)"
FOLDER = """
import os, sys, yaml
for name in sorted(os.listdir(sys.argv[1])):
    with open(os.path.join(sys.argv[1], name), encoding="utf-8") as file:
        yaml.load(file.read(), yaml.CSafeLoader)
"""
