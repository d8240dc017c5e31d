"""A map as nodes, and changes applied to them: from the JSON of the changes alone, as another program would do it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from journeykit.model.anatomy import Holding, Referring, anatomy, key_of
from journeykit.model.document import Document
from journeykit.model.elements import LANES, LIBRARIES, Action, Element, Emotion, Part
from journeykit.model.identity import Place, slug
from journeykit.model.plain import plain
from journeykit.model.values.times import parse_duration

ORDERED = {"stages", "actions", "gate", *LANES}
_LENGTHS = {"duration", "wait", "every", "review_every", "per", "within", "repeats"}
_CLASSES: dict[str, str] = {part.noun: library for library, part in LIBRARIES.items()} | {"stage": "stages"}


@dataclass(eq=False)
class Node:
    """An element: its fields under the keys that changes name, and the elements it holds."""

    noun: str
    id: str
    short: str
    fields: dict[str, Any] = field(default_factory=dict)
    feelings: list[tuple[list[Any], dict[str, Any]]] = field(default_factory=list)
    children: dict[str, list[Node]] = field(default_factory=dict)
    parent: Node | None = None
    key: str = ""

    @property
    def address(self) -> str:
        above = self.parent.address if self.parent else ""
        return "/".join(part for part in (above, self.key, self.id) if part) if self.parent else ""


def nodes(document: Document) -> dict[str, Node]:
    """Every element of a map by its address; the map's own is empty."""
    outline = document.outline
    found: dict[str, Node] = {}
    for place in (outline.root, *outline):
        node = Node(place.element.noun, place.id, place.element.short)
        found[place.address] = node
        if place.parent is not None:
            node.parent, node.key = found[place.parent.address], place.field
            node.parent.children.setdefault(place.field, []).append(node)
    for place in (outline.root, *outline):
        _fill(found[place.address], place, found, document)
    return found


def _fill(node: Node, place: Place, found: dict[str, Node], document: Document) -> None:
    element = place.element
    held = {holding.field for holding in anatomy(type(element)).elements}
    for name, info in type(element).model_fields.items():
        key = key_of(name, info)
        if name in held | {"id", "formerly", "overrides", "extensions", "journey"}:
            continue
        value = getattr(element, name)
        if key == "emotion":
            for emotion in value:
                who = [found[f"personas/{one}"] for one in emotion.persona]
                node.feelings.append((who, _part("emotion", emotion, found)))
        elif key == "next":
            assert isinstance(element, Action)
            node.fields[key] = [_way(way, place, found, document) for way in value]
        else:
            node.fields |= _field(type(element), name, key, value, found)
    node.fields |= element.extensions


def _field(part: type[Part], name: str, key: str, value: Any, found: dict[str, Node]) -> dict[str, Any]:
    known = anatomy(part).fields.get(name)
    if isinstance(known, Referring):
        many = value if known.many else [value] if value else []
        refs = [found.get(f"{_CLASSES[known.to]}/{one}", one) for one in many]
        return {key: refs if known.many else refs[0] if refs else None}
    if isinstance(known, Holding):
        return {} if value is None else {f"{key}.{inner}": one for inner, one in _part("", value, found).items()}
    return {key: value if isinstance(value, bool) else plain(value)}


def _part(short: str, part: Part, found: dict[str, Node]) -> dict[str, Any]:
    """The fields of a part without identity; of a feeling the score with its word is one."""
    told: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        if name not in ("persona", "extensions"):
            told |= _field(type(part), name, key_of(name, info), getattr(part, name), found)
    if isinstance(part, Emotion):
        score, feeling = told.pop("score"), told.pop("feeling")
        both = {"score": score, "feeling": feeling} if feeling else score
        told = {"": both if score is not None else feeling, **told}
    return told | part.extensions


def _way(way: Any, place: Place, found: dict[str, Node], document: Document) -> Any:
    target = document.facts.routes.target(way.to, int(place.path[1]))
    to: Any = way.to
    if target is not None and target.stage is not None:
        stage = document.journey.stages[target.stage]  # type: ignore[union-attr]
        to = found[document.outline.address(stage if target.action is None else stage.actions[target.action])]
    return {"to": to, **({"when": way.when} if way.when else {}), **way.extensions}


def apply(document: Document, changes: list[dict[str, Any]]) -> Node:
    """The map after the changes, those left out that follow by themselves."""
    by_old = nodes(document)
    root = by_old[""]
    told = [change for change in changes if not change["derived"]]
    placed: list[tuple[int | None, Node, str]] = []
    for change in told:
        node = by_old[change["old_element"]] if change["old_element"] is not None else None
        if change["kind"] in ("removed", "moved"):
            assert node is not None
            assert node.parent is not None
            node.parent.children[node.key].remove(node)
        if change["kind"] == "moved":
            placed.append((change["position"] and change["position"][1], node, change["element"]))
        if change["kind"] == "renamed":
            assert node is not None
            if change["field"] == "id":
                assert node.id == change["old"]
                node.id = change["new"]
            else:
                assert node.fields[node.short] == change["old"]
                node.fields[node.short], node.id = change["new"], slug(change["new"])
    for change in told:
        if change["kind"] == "changed":
            _set(by_old[change["old_element"]], change)
        elif change["kind"] == "added":
            made = _made(change["type"], change["new"], change["element"].rpartition("/")[2])
            placed.append((change["position"] and change["position"][1], made, change["element"]))
    # What holds others comes first, and in a list the first.
    for position, node, address in sorted(placed, key=lambda one: (one[2].count("/"), one[0] or 0)):
        above, _, own = address.rpartition("/")
        above, _, key = above.rpartition("/")
        node.parent, node.key, node.id = _at(root, above), key, own
        siblings = node.parent.children.setdefault(key, [])
        siblings.insert(position - 1 if position else len(siblings), node)
    return root


def _set(node: Node, change: dict[str, Any]) -> None:
    field_, _, rest = change["field"].partition(".")
    if field_ != "emotion":
        node.fields[change["field"]] = change["new"]
        return
    wanted = sorted(change["persona"] or [])
    for who, feeling in node.feelings:
        if sorted(one if isinstance(one, str) else one.id for one in who) == wanted:
            feeling[rest] = change["new"]
            return
    node.feelings.append((wanted, {rest: change["new"]}))


def _at(root: Node, address: str) -> Node:
    """The node at an address that a map has now."""
    node, steps = root, address.split("/") if address else []
    while steps:
        key, own, *steps = steps
        node = next(child for child in node.children[key] if child.id == own)
    return node


def _made(noun: str, data: dict[str, Any], own: str) -> Node:
    """An added element with all it holds, read like any map."""
    kind = next(part for part in elements() if part.noun == noun)
    node = Node(noun, own, kind.short)
    element = kind.model_validate(_as_text(data))
    _fill_data(node, element)
    return node


def _as_text(data: Any, key: str = "") -> Any:
    """The data as the program reads them from a file: every scalar a text."""
    if key.startswith("x-"):
        return data
    if isinstance(data, dict):
        return {name: _as_text(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_as_text(value) for value in data]
    if isinstance(data, bool):
        return "yes" if data else "no"
    return str(float(data)) if isinstance(data, int) and abs(data) > 10**17 else str(data)


def _fill_data(node: Node, element: Any) -> None:
    held = {holding.field: holding for holding in anatomy(type(element)).elements}
    for name, info in type(element).model_fields.items():
        key = key_of(name, info)
        value = getattr(element, name)
        if name in held:
            for child in value:
                made = Node(child.noun, child.id or slug(child.text), child.short, parent=node, key=key)
                node.children.setdefault(key, []).append(made)
                _fill_data(made, child)
        elif key == "emotion":
            node.feelings += [(sorted(emotion.persona), _part("emotion", emotion, {})) for emotion in value]
        elif key == "next":
            node.fields[key] = [plain(way) for way in value]
        elif name not in {"id", "formerly", "overrides", "extensions"}:
            node.fields |= _field(type(element), name, key, value, {})
    node.fields |= element.extensions


def elements() -> list[Any]:
    """The classes of all elements."""
    found: list[Any] = []
    waiting: list[Any] = [Element]
    while waiting:
        part = waiting.pop()
        found.append(part)
        waiting += part.__subclasses__()
    return [part for part in found if part.noun]


def canonical(node: Node, root: Node | None = None) -> Any:
    """A map as a value that is equal where two say the same: defaults left out, order kept where it says something."""
    root = root or node
    fields = {}
    for key, value in node.fields.items():
        value = _said(value, key, node, root)
        if value not in (None, [], "", {}):
            fields[key] = value
    feelings = [
        (sorted(one if isinstance(one, str) else one.id for one in who), felt)
        for who, feeling in node.feelings
        if (felt := {k: x for k, v in feeling.items() if (x := _said(v, k, node, root)) not in (None, [], "", {})})
    ]
    children = {}
    for key, held in node.children.items():
        told = [canonical(child, root) for child in held]
        if told:
            children[key] = told if key in ORDERED else sorted(told, key=repr)
    return (node.noun, node.id, sorted(fields.items()), sorted(feelings, key=repr), sorted(children.items()))


def _said(value: Any, key: str, node: Node, root: Node) -> Any:
    if isinstance(value, Node):
        return value.id
    if key == "next":
        return sorted((_to(way, node, root) for way in value or []), key=repr)
    if key.startswith("x-") or ".x-" in key:
        return value
    if key in _LENGTHS and isinstance(value, str):
        return parse_duration(value)  # two ways of writing one length
    if isinstance(value, list):
        told = [one.id if isinstance(one, Node) else one for one in value]
        return told if key == "prefers" else sorted(told, key=repr)
    return value


def _to(way: Any, node: Node, root: Node) -> Any:
    way = way if isinstance(way, dict) else {"to": way}
    to = way["to"]
    if isinstance(to, Node):
        return {**way, "to": to.address}
    if isinstance(to, str) and to.startswith("map:"):
        return way
    stage: Node = node
    while stage.noun != "stage" and stage.parent is not None:
        stage = stage.parent
    for where, wanted in ((stage.children.get("actions", []), to), (root.children["stages"], to)):
        for one in where:
            if wanted in (one.id,) or slug(wanted) == one.id:
                return {**way, "to": one.address}
    first, _, rest = to.partition("/")
    for one in root.children["stages"]:
        if first == one.id or slug(first) == one.id:
            for action in one.children.get("actions", []):
                if rest == action.id or slug(rest) == action.id:
                    return {**way, "to": action.address}
    return way
