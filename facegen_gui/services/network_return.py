"""Tells when the network is back, where the system says so.

Where it does not, the worker's own gentle probing finds the network again.
"""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation


class NetworkReturn(QObject):
    returned = Signal()

    def watch(self) -> None:
        """Begin; on the GUI thread, since Qt wants its back end there."""
        if _is_wine() or not QNetworkInformation.loadBackendByFeatures(
            QNetworkInformation.Feature.Reachability
        ):
            return
        information = QNetworkInformation.instance()
        if information is not None:
            information.reachabilityChanged.connect(self._on_reachability)

    def _on_reachability(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability is QNetworkInformation.Reachability.Online:
            self.returned.emit()


def _is_wine() -> bool:
    """Wine's list of networks (netprofm) can go round in circles for ever, and Qt waits for its end."""
    if sys.platform == "win32":
        import ctypes  # only there it has windll

        return hasattr(ctypes.windll.ntdll, "wine_get_version")
    return False
