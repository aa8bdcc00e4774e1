"""Opens report pages in headless Chromium and holds them against what they promise.

    pages.py [--output FOLDER] [--layeraudit PROGRAM] REPORT.xml | REPORT.html …

A record is rendered with PROGRAM into English, French and German pages first. Of each page: no console message, no
request, no violation that axe-core finds (light, dark, phone, everything unfolded), nothing wider than the window, no
error from xmllint's HTML parser, less than 2 MB. Screenshots at 1280 and 390 pixels, light and dark, and the printed
pages go to FOLDER, to be looked at. Needs chromium, chromium-driver, libxml2-utils, poppler-utils.
"""

import argparse
import base64
import json
import pathlib
import shutil
import subprocess
import sys

from axe_core_python.selenium import Axe
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

LIMIT = 2_000_000
WIDTHS = (1280, 390, 320)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def browser():
    options = Options()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.add_argument("--host-resolver-rules=MAP * ~NOTFOUND")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    # axe-core looks at every cell of every table.
    driver.command_executor.client_config.timeout = 900
    driver.set_script_timeout(900)
    return driver


def look(driver, width, dark):
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False},
    )
    scheme = "dark" if dark else "light"
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )


def requests(driver):
    found = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(message["params"]["request"]["url"][:200])
    return found


def shoot(driver, stem):
    height = driver.execute_script("return document.documentElement.scrollHeight")
    width = driver.execute_script("return document.documentElement.clientWidth")
    for number, top in enumerate(range(0, height, 2000)):
        clip = {"x": 0, "y": top, "width": width, "height": min(2000, height - top), "scale": 1}
        picture = driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        pathlib.Path(f"{stem}-{number:02d}.png").write_bytes(base64.b64decode(picture["data"]))


def paper(driver, stem):
    printed = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
    pathlib.Path(f"{stem}.pdf").write_bytes(base64.b64decode(printed["data"]))
    subprocess.run(["pdftoppm", "-r", "72", "-png", f"{stem}.pdf", f"{stem}-paper"], check=True)


def unfold(driver, open_):
    driver.execute_script("for (const box of document.querySelectorAll('.fold')) box.checked = arguments[0]", open_)


def wide(driver):
    """What makes the page scroll sideways, and text that is cut off."""
    return driver.execute_script(
        """
        const root = document.documentElement, found = [];
        if (root.scrollWidth > root.clientWidth) found.push('page ' + root.scrollWidth);
        for (const element of document.querySelectorAll('p, h1, h2, h3, h4, li, dd, dt, .badge, .stamp, label, img')) {
          if (element.closest('.scroll, .skip, .folded')) continue;
          const box = element.getBoundingClientRect();
          if (box.width && box.right > root.clientWidth + 1) found.push(element.tagName + ' ' + element.innerText);
        }
        return found.slice(0, 5);
        """
    )


def violations(driver, where):
    driver.execute_script(Axe().axe_script)
    found = driver.execute_async_script(
        """
        const done = arguments[1];
        axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']}).then(
          result => done(result.violations.map(
            found => `${found.id}: ${found.help}: ${found.nodes[0].html.slice(0, 160)} (${found.nodes.length})`)),
          error => done(['' + error]));
        """,
        RULES,
    )
    return [f"{where}: axe-core {text}" for text in found]


def check(driver, page, output):
    problems = []
    if page.stat().st_size >= LIMIT:
        problems.append(f"{page.stat().st_size} bytes")
    lint = subprocess.run(["xmllint", "--html", "--noout", page], capture_output=True, text=True)
    if lint.returncode or lint.stderr:
        problems.append("xmllint: " + lint.stderr[:300])
    driver.get_log("performance")
    look(driver, 1280, False)
    address = page.resolve().as_uri()
    driver.get(address)
    asked = [url for url in requests(driver) if url != address and not url.startswith("data:image/svg+xml,")]
    problems += [f"request: {url}" for url in asked]
    for dark in (False, True):
        for width in WIDTHS:
            look(driver, width, dark)
            where = f"{width} px, {'dark' if dark else 'light'}"
            problems += [f"{where}: too wide: {found}" for found in wide(driver)]
            unfold(driver, width == WIDTHS[0] and not dark)
            problems += violations(driver, where)
            unfold(driver, False)
            if width != WIDTHS[-1]:
                shoot(driver, output / f"{page.stem}-{width}-{'dark' if dark else 'light'}")
    driver.get(address)
    paper(driver, output / page.stem)
    problems += [f"console: {entry['message'][:300]}" for entry in driver.get_log("browser")]
    return problems


def rendered(record, program, output):
    pages = []
    for language in ("en", "fr", "de"):
        command = [program, "report", "render", record, "--format", "html", "--language", language, "--output", output]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        pages.append((output / "report.html").rename(output / f"{record.parent.name}-{language}.html"))
    return pages


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("reports", nargs="+", type=pathlib.Path)
    arguments.add_argument("--output", type=pathlib.Path, default=pathlib.Path("Reports/pages"))
    arguments.add_argument("--layeraudit", default="layeraudit")
    given = arguments.parse_args()
    missing = [tool for tool in ("chromium", "chromedriver", "xmllint", "pdftoppm") if not shutil.which(tool)]
    if missing:
        print(f"skipped: {', '.join(missing)} not installed")
        return 0
    given.output.mkdir(parents=True, exist_ok=True)
    driver = browser()
    failed = False
    try:
        for report in given.reports:
            is_record = report.suffix == ".xml"
            for page in rendered(report, given.layeraudit, given.output) if is_record else [report]:
                problems = check(driver, page, given.output)
                print(f"{page}: {len(problems)} problems, {page.stat().st_size} bytes")
                for problem in problems:
                    print(f"  {problem}")
                failed = failed or bool(problems)
    finally:
        driver.quit()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
