"""The least that reading YAML costs: a process that parses with libyaml, looks at nothing and forgets it."""

from __future__ import annotations

ONE = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8').read(), yaml.CSafeLoader)"
FOLDER = """
import os, sys, yaml
for name in sorted(os.listdir(sys.argv[1])):
    with open(os.path.join(sys.argv[1], name), encoding="utf-8") as file:
        yaml.load(file.read(), yaml.CSafeLoader)
"""
BOTH = """
import sys, yaml
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        yaml.load(file.read(), yaml.CSafeLoader)
"""
#: DeepDiff as its own command line does it, without regard to the order of lists.
DEEPDIFF = """
import sys, yaml
from deepdiff import DeepDiff
old, new = (yaml.load(open(name, encoding="utf-8").read(), yaml.CSafeLoader) for name in sys.argv[1:])
print(DeepDiff(old, new, ignore_order=False).pretty())
"""
#: A diff of YAML by paths, as dyff does it: entries of a list by their `id` or `name`, else by content, else by place.
PATHS = """
import sys, yaml

def key(items):
    for name in ("id", "name"):
        if all(isinstance(item, dict) and name in item for item in items):
            return name

def compare(old, new, path):
    if type(old) is not type(new) or not isinstance(old, (dict, list)):
        if old != new:
            print(path, "± value change", *(f"- {line}" for line in str(old).split("\\n")),
                  *(f"+ {line}" for line in str(new).split("\\n")), "", sep="\\n")
        return
    if isinstance(old, list):
        name = key(old + new) if old and new else None
        if name:
            old, new = ({item[name]: item for item in side} for side in (old, new))
        else:
            left, right = [item for item in old if item not in new], [item for item in new if item not in old]
            old, new = dict(enumerate(left)), dict(enumerate(right))
    for name in old:
        if name in new:
            compare(old[name], new[name], f"{path}.{name}")
        else:
            print(path, f"- one entry removed: {name}", yaml.safe_dump(old[name], allow_unicode=True), sep="\\n")
    for name in new:
        if name not in old:
            print(path, f"+ one entry added: {name}", yaml.safe_dump(new[name], allow_unicode=True), sep="\\n")

compare(*(yaml.load(open(name, encoding="utf-8").read(), yaml.CSafeLoader) for name in sys.argv[1:]), "")
"""
