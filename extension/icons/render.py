"""Renders the icons from their drawings: run it only after one has changed."""

from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
SIZES = {16: "icon-small.svg", 32: "icon-small.svg", 48: "icon.svg", 128: "icon.svg"}


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        for size, drawing in SIZES.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            svg = (HERE / drawing).read_text(encoding="utf-8")
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg}")
            page.screenshot(path=HERE / f"icon-{size}.png", omit_background=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
