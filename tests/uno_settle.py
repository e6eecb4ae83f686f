"""Run by the Python that has LibreOffice's bridge: accepts or rejects all changes of files and writes their text.

python3 uno_settle.py PIPE JOBS     JOBS: lines of ``in-url|out-url|accept``
"""

import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main(pipe: str, jobs: str) -> None:
    office = connect(pipe)
    create = office.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", office)
    dispatcher = create("com.sun.star.frame.DispatchHelper", office)
    with open(jobs, encoding="utf-8") as lines:  # noqa: PTH123
        for line in lines:
            source, target, verdict = line.strip().split("|")
            document = desktop.loadComponentFromURL(source, "_blank", 0, (value("Hidden", True),))
            if verdict in COMMANDS:
                dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[verdict], "", 0, ())
            filters = (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF,,,"))
            document.storeToURL(target, filters)
            document.close(True)


def connect(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def value(name: str, content: object) -> object:
    return PropertyValue(Name=name, Value=content)


main(*sys.argv[1:])
