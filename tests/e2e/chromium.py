"""Chromium with the extension, driven by Playwright."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Playwright
from playwright.sync_api import Page as Tab

from .browser import PATIENCE

PROGRAM = Path("/usr/bin/chromium")


class ChromiumPage:
    """A tab; its closed shadow roots are reached through the debugger."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.debugger = tab.context.new_cdp_session(tab)

    def open(self, url: str) -> None:
        self.tab.goto(url)

    def run(self, function: str, *arguments: Any) -> Any:
        return self.tab.evaluate(f"args => ({function})(...args)", list(arguments))

    def wait(self, function: str, *arguments: Any, patience: float = PATIENCE) -> Any:
        found = self.tab.wait_for_function(
            f"args => ({function})(...args)", arg=list(arguments), timeout=patience * 1000
        )
        return found.json_value()

    def inside(self, host: str, function: str, *arguments: Any) -> Any:
        found = self.debugger.send(
            "Runtime.evaluate", {"expression": f"document.querySelector({json.dumps(host)})"}
        )
        node = self.debugger.send("DOM.describeNode", {"objectId": found["result"]["objectId"], "depth": 1})[
            "node"
        ]
        root = self.debugger.send(
            "DOM.resolveNode", {"backendNodeId": node["shadowRoots"][0]["backendNodeId"]}
        )
        answer = self.debugger.send(
            "Runtime.callFunctionOn",
            {
                "objectId": root["object"]["objectId"],
                "functionDeclaration": f"function (...args) {{ return ({function})(this, ...args); }}",
                "arguments": [{"value": argument} for argument in arguments],
                "returnByValue": True,
                "awaitPromise": True,
            },
        )
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"]["exception"].get("description"))
        return answer["result"].get("value")

    def press(self, keys: str) -> None:
        self.tab.keyboard.press(keys)

    def type(self, text: str) -> None:
        self.tab.keyboard.type(text, delay=2)

    def hover(self, x: float, y: float) -> None:
        self.tab.mouse.move(x - 3, y)
        self.tab.mouse.move(x, y)

    def click(self, x: float, y: float) -> None:
        self.tab.mouse.click(x, y)

    def screenshot(self, path: Path) -> None:
        self.tab.screenshot(path=path)

    def front(self) -> None:
        self.tab.bring_to_front()

    def close(self) -> None:
        self.tab.close()


class Chromium:
    """A persistent context: the only kind that takes extensions."""

    name = "chromium"

    def __init__(self, playwright: Playwright, extension: Path, profile: Path, port: int) -> None:
        self.context: BrowserContext = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=str(PROGRAM),
            headless=True,
            ignore_https_errors=True,
            viewport={"width": 1200, "height": 800},
            args=[
                f"--load-extension={extension}",
                f"--disable-extensions-except={extension}",
                "--host-resolver-rules=MAP * 127.0.0.1, EXCLUDE localhost",
                f"--ip-address-space-overrides=127.0.0.1:{port}=public",
            ],
        )
        workers = self.context.service_workers or [self.context.wait_for_event("serviceworker")]
        self.worker = workers[0]
        self.origin = self.worker.url.removesuffix("/background/index.js")

    def page(self, url: str = "about:blank") -> ChromiumPage:
        page = ChromiumPage(self.context.new_page())
        page.open(url)
        return page

    def panel(self, path: str) -> ChromiumPage:
        return self.page(f"{self.origin}/{path}")

    def close(self) -> None:
        self.context.close()
