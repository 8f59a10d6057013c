"""What axe-core finds on a page as it is now."""

from pathlib import Path

from .browser import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def faults_of_access(page: Page) -> list[str]:
    page.run(f"() => {{ {AXE.read_text(encoding='utf-8')} }}")
    found: list[str] = page.run(
        """async () => (await axe.run(document)).violations
          .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html))"""
    )
    return found
