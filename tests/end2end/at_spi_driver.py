"""Speaks AT-SPI for the tests: reads one JSON command a line, answers one JSON line.

Run with the system's Python, which has Debian's python3-pyatspi; knows nothing of the program but what
assistive technology is told.
"""

import json
import sys

import pyatspi
from gi.repository import GLib

MOST_ITEMS = 30
# What a node raises that is just leaving, or that lacks an interface.
GONE = (GLib.GError, LookupError, NotImplementedError)


def application(pid):
    for app in pyatspi.Registry.getDesktop(0):
        try:
            if app is not None and app.get_process_id() == pid:
                return app
        except GONE:
            continue
    return None


def walk(node, showing=False, depth=0):
    """All nodes from this one on, menus last: they are many and seldom meant."""
    if depth > 25:
        return
    yield node
    try:
        children = [node.getChildAtIndex(i) for i in range(min(node.childCount, 2000))]
        children = [child for child in children if child is not None]
        if depth == 1:
            children.sort(key=lambda child: child.getRole() == pyatspi.ROLE_MENU_BAR)
    except GONE:
        return
    for child in children:
        try:
            if showing and not has(child, pyatspi.STATE_SHOWING):
                continue  # nor does anything inside it
        except GONE:
            continue
        yield from walk(child, showing, depth + 1)


def find(pid, name, role=None, starts=False, showing=False):
    app = application(pid)
    if app is None:
        return None
    for node in walk(app, showing):
        try:
            found = node.name.startswith(name) if starts else node.name == name
            if found and (role is None or node.getRoleName() == role):
                return node
        except GONE:
            continue
    return None


def has(node, state):
    return node.getState().contains(state)


def told(node):
    """What is announced of one node."""
    states = node.getState()
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "enabled": states.contains(pyatspi.STATE_ENABLED) and states.contains(pyatspi.STATE_SENSITIVE),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "checked": states.contains(pyatspi.STATE_CHECKED),
        "children": node.childCount,
    }


def windows(pid):
    app = application(pid)
    try:
        found = [] if app is None else [app.getChildAtIndex(i) for i in range(app.childCount)]
    except GONE:
        return []
    return [window for window in found if window is not None]


def everything(node, parents=()):
    """All nodes with the roles of those around them, from the outermost in; of a long list the beginning."""
    try:
        yield {**told(node), "parents": parents}
        inside = (*parents, node.getRoleName())
        children = [node.getChildAtIndex(i) for i in range(min(node.childCount, MOST_ITEMS))]
    except GONE:
        return
    for child in children:
        if child is not None:
            yield from everything(child, inside)


def focused(pid):
    """The part with the keyboard. Items of lists claim it too, as the last current ones of theirs."""
    app = application(pid)
    for node in () if app is None else walk(app, showing=True):
        try:
            part = node.name and node.getRoleName() not in ("list item", "frame")
            if part and has(node, pyatspi.STATE_FOCUSED):
                return node
        except GONE:
            continue
    return None


def run(command):
    pid = command["pid"]
    if command["do"] == "tree":
        app = application(pid)
        return [] if app is None else [[n.getRoleName(), n.name, n.description] for n in walk(app)]
    if command["do"] == "windows":
        return [window.name for window in windows(pid)]
    if command["do"] == "everything":
        inside = [w for w in windows(pid) if w.name.startswith(command["name"])]
        return [node for window in inside for node in everything(window)]
    if command["do"] == "focused":
        node = focused(pid)
        return None if node is None else told(node)
    node = find(
        pid,
        command["name"],
        command.get("role"),
        command.get("starts", False),
        command.get("showing", False),
    )
    if node is None:
        return None
    match command["do"]:
        case "find":
            return told(node)
        case "press":
            action = node.queryAction()
            names = [action.getName(i).lower() for i in range(action.nActions)]
            for wanted in ("press", "click", "toggle", "check"):
                if wanted in names:
                    action.doAction(names.index(wanted))
                    return names
            return None
        case "type":
            return bool(node.queryEditableText().setTextContents(command["text"]))
        case "text":
            text = node.queryText()
            return text.getText(0, text.characterCount)
        case "items":
            # A row that leaves while they are counted is there no more when its name is asked for.
            rows = [node.getChildAtIndex(i) for i in range(min(node.childCount, 2000))]
            return [row.name for row in rows if row is not None]
        case "select":
            return bool(node.querySelection().selectChild(command["index"]))
    return None


def main():
    for line in sys.stdin:
        try:
            answer = {"answer": run(json.loads(line))}
        except GONE as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


main()
