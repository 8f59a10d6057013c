"""Firefox with the extension, driven by WebDriver BiDi: no registry here has a geckodriver."""

import base64
import json
import re
import subprocess
import time
from pathlib import Path
from typing import Any

from .bidi import Bidi
from .browser import PATIENCE

PROGRAM = Path("/usr/bin/firefox-esr")
GECKO_ID = "coolhead@coolhead.example"
UUID = "c001ead0-0000-4000-8000-000000000001"
KEYS = {
    "Alt": "\ue00a",
    "ArrowDown": "\ue015", "ArrowLeft": "\ue012", "ArrowRight": "\ue014", "ArrowUp": "\ue013",
    "Backspace": "\ue003", "Control": "\ue009", "End": "\ue010", "Enter": "\ue006", "Escape": "\ue00c",
    "F8": "\ue038", "Home": "\ue011", "Meta": "\ue03d", "Shift": "\ue008", "Tab": "\ue004",
}  # fmt: skip

POLL = """(json, patience) => new Promise((resolve, reject) => {
  const start = performance.now();
  const ask = async () => { try { return await (%s)(...JSON.parse(json)); } catch { return null; } };
  (async function look() {
    const found = await ask();
    if (found) resolve(JSON.stringify(found));
    else if (performance.now() - start > patience) reject(new Error('this never came'));
    else setTimeout(look, 10);
  })();
})"""


class FirefoxPage:
    """A tab; closed shadow roots come along when an element is serialised."""

    def __init__(self, bidi: Bidi, context: str) -> None:
        self.bidi, self.context = bidi, context

    def open(self, url: str) -> None:
        self.bidi.send("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def call(self, declaration: str, *arguments: dict[str, Any], **options: Any) -> dict[str, Any]:
        answer = self.bidi.send(
            "script.callFunction",
            functionDeclaration=declaration,
            awaitPromise=True,
            target={"context": self.context},
            arguments=list(arguments),
            userActivation=True,
            **options,
        )
        if answer["type"] == "exception":
            raise AssertionError(f"{answer['exceptionDetails']['text']} in {declaration[:400]}")
        result: dict[str, Any] = answer["result"]
        return result

    def run(self, function: str, *arguments: Any) -> Any:
        declaration = f"async json => JSON.stringify(await ({function})(...JSON.parse(json)) ?? null)"
        return json.loads(self.call(declaration, text(json.dumps(arguments)))["value"])

    def wait(self, function: str, *arguments: Any, patience: float = PATIENCE) -> Any:
        limit = {"type": "number", "value": patience * 1000}
        found = self.call(POLL % function, text(json.dumps(arguments)), limit)
        return json.loads(found["value"])

    def inside(self, host: str, function: str, *arguments: Any) -> Any:
        found = self.call(
            "selector => document.querySelector(selector)",
            text(host),
            serializationOptions={"includeShadowTree": "all", "maxDomDepth": 1},
        )
        root = {"sharedId": found["value"]["shadowRoot"]["sharedId"]}
        declaration = (
            f"async (root, json) => JSON.stringify(await ({function})(root, ...JSON.parse(json)) ?? null)"
        )
        return json.loads(self.call(declaration, root, text(json.dumps(arguments)))["value"])

    def press(self, keys: str) -> None:
        values = [KEYS.get(key, key) for key in re.split(r"(?<=.)\+", keys)]
        downs = [{"type": "keyDown", "value": value} for value in values]
        ups = [{"type": "keyUp", "value": value} for value in reversed(values)]
        self.act({"type": "key", "id": "keyboard", "actions": downs + ups})

    def type(self, text: str) -> None:
        strokes = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keyboard", "actions": strokes})

    def hover(self, x: float, y: float) -> None:
        moves = [
            {"type": "pointerMove", "x": round(x) - 3, "y": round(y)},
            {"type": "pointerMove", "x": round(x), "y": round(y)},
        ]
        self.act({"type": "pointer", "id": "mouse", "actions": moves})

    def click(self, x: float, y: float) -> None:
        move = {"type": "pointerMove", "x": round(x), "y": round(y)}
        buttons = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.act({"type": "pointer", "id": "mouse", "actions": [move, *buttons]})

    def act(self, source: dict[str, Any]) -> None:
        self.bidi.send("input.performActions", context=self.context, actions=[source])

    def screenshot(self, path: Path) -> None:
        taken = self.bidi.send("browsingContext.captureScreenshot", context=self.context)
        path.write_bytes(base64.b64decode(taken["data"]))

    def front(self) -> None:
        self.bidi.send("browsingContext.activate", context=self.context)

    def close(self) -> None:
        self.bidi.send("browsingContext.close", context=self.context)


def text(value: str) -> dict[str, str]:
    """A string as BiDi wants it."""
    return {"type": "string", "value": value}


class Firefox:
    """Started with a profile of its own; the address of the extension is fixed by a preference."""

    name = "firefox"
    origin = f"moz-extension://{UUID}"

    def __init__(self, extension: Path, profile: Path, hosts: list[str]) -> None:
        preferences = {
            "extensions.webextensions.uuids": json.dumps({GECKO_ID: UUID}),
            "network.dns.localDomains": ",".join(hosts),
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "ui.popup.disable_autohide": True,
        }
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()
        ]
        (profile / "user.js").write_text("\n".join(lines))
        self.process = subprocess.Popen(
            [
                PROGRAM,
                "--headless",
                "--no-remote",
                "--profile",
                profile,
                "--remote-debugging-port",
                "0",
                "--remote-allow-system-access",
            ],
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        try:
            address = self.listening(profile / "WebDriverBiDiServer.json")
            self.bidi = Bidi(f"{address}/session", {"acceptInsecureCerts": True})
            self.bidi.send("webExtension.install", extensionData={"type": "path", "path": str(extension)})
        except BaseException:
            self.end()
            raise

    def listening(self, announcement: Path) -> str:
        """The address Firefox writes into its profile once it listens."""
        end = time.monotonic() + 60
        while not (announcement.exists() and announcement.read_text().endswith("}")):
            assert self.process.poll() is None, "Firefox ended before it listened"
            assert time.monotonic() < end, "Firefox never listened"
            time.sleep(0.05)
        told = json.loads(announcement.read_text())
        return f"ws://{told['ws_host']}:{told['ws_port']}"

    def page(self, url: str = "about:blank") -> FirefoxPage:
        context = self.bidi.send("browsingContext.create", type="tab")["context"]
        page = FirefoxPage(self.bidi, context)
        page.front()
        self.bidi.send(
            "browsingContext.setViewport", context=context, viewport={"width": 1200, "height": 800}
        )
        if url != "about:blank":
            page.open(url)
        return page

    def panel(self, path: str) -> FirefoxPage:
        return self.page(f"{self.origin}/{path}")

    def close(self) -> None:
        self.bidi.close()
        self.end()

    def end(self) -> None:
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
