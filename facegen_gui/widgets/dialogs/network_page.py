"""Settings of the network, mostly for IT: server, calls at a time, proxy, certificate file."""

from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from facegen_gui.domain.network import ProxyMode, checked_server
from facegen_gui.domain.preferences import Preferences
from facegen_gui.identity import DEFAULT_SERVER
from facegen_gui.widgets.dialogs.parts import PathField, quiet


class NetworkPage(QWidget):
    """`problem` is a sentence while something cannot be used, else empty."""

    def __init__(
        self, preferences: Preferences, locked: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        network = preferences.network
        self.server = QLineEdit(network.server, self)
        self.server.setAccessibleName(self.tr("Server address"))
        self.usual = QPushButton(self.tr("Use the usual server"), self)
        self.usual.clicked.connect(lambda: self.server.setText(DEFAULT_SERVER))
        self.concurrency = QSpinBox(self)
        self.concurrency.setAccessibleName(self.tr("Calls at the same time"))
        self.concurrency.setRange(1, 8)
        self.concurrency.setValue(network.concurrency)
        self.proxy = QComboBox(self)
        self.proxy.setAccessibleName(self.tr("Proxy"))
        self.proxy.addItem(self.tr("As the system"), ProxyMode.system)
        self.proxy.addItem(self.tr("None"), ProxyMode.none)
        self.proxy.addItem(self.tr("This one:"), ProxyMode.manual)
        self.proxy.setCurrentIndex(self.proxy.findData(network.proxy_mode))
        self.proxy_url = QLineEdit(network.proxy_url, self)
        self.proxy_url.setAccessibleName(self.tr("Address of the proxy"))
        self.proxy_url.setPlaceholderText("http://proxy.example:8080")
        self.extra_ca = PathField(
            self.tr("Additional certificate file"),
            folder=False,
            filters=self.tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
            parent=self,
        )
        self.extra_ca.set_text(network.extra_ca_file)
        for widget, name in (
            (self.server, "server"),
            (self.usual, "server"),
            (self.concurrency, "concurrency"),
            (self.proxy, "proxy"),
            (self.extra_ca, "extra_ca_file"),
        ):
            widget.setEnabled(name not in locked)
        self._url_locked = "proxy_url" in locked
        self._lay_out()
        self.proxy.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def problem(self) -> str:
        try:
            checked_server(self.server.text())
        except ValueError:
            return self.tr("The server's address must begin with https://.")
        if self.proxy.currentData() is ProxyMode.manual and not _is_proxy(self.proxy_url.text().strip()):
            return self.tr("The proxy's address must look like http://proxy.example:8080.")
        return ""

    def result(self, preferences: Preferences) -> Preferences:
        """`preferences` with what stands here now; only without a `problem`."""
        network = replace(
            preferences.network,
            server=checked_server(self.server.text()),
            concurrency=self.concurrency.value(),
            proxy_mode=self.proxy.currentData(),
            proxy_url=self.proxy_url.text().strip(),
            extra_ca_file=self.extra_ca.text,
        )
        return replace(preferences, network=network)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Server:"), self.server)
        form.addRow("", self.usual)
        form.addRow(self.tr("Calls at a time:"), self.concurrency)
        form.addRow(self.tr("Proxy:"), self.proxy)
        form.addRow("", self.proxy_url)
        form.addRow(self.tr("Certificate file:"), self.extra_ca)
        form.addRow(
            "",
            quiet(
                self.tr(
                    "Only needed where your company inspects secure connections: IT can give you a PEM file."
                ),
                self,
            ),
        )

    def _show(self) -> None:
        manual = self.proxy.currentData() is ProxyMode.manual
        self.proxy_url.setEnabled(manual and not self._url_locked)


def _is_proxy(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
