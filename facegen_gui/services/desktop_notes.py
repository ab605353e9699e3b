"""Notes by the desktop on Linux, over the session bus. Runs in a pool thread: a bus may be slow to answer."""

from facegen_gui.identity import APP_ID, NAME

TIMEOUT = 2.0  # seconds


def notify(title: str, text: str) -> None:
    """Ask for a note as the freedesktop.org Desktop Notifications Specification 1.2 says.

    Does nothing where there is no bus or nobody who shows notes.
    """
    # Imported late: needed once a batch is in, not at the start.
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress(
        "/org/freedesktop/Notifications",
        bus_name="org.freedesktop.Notifications",
        interface="org.freedesktop.Notifications",
    )
    hints = {"desktop-entry": ("s", APP_ID)}
    body: tuple[object, ...] = (NAME, 0, APP_ID, title, text, [], hints, -1)
    try:
        with open_dbus_connection() as bus:
            bus.send_and_get_reply(new_method_call(address, "Notify", "susssasa{sv}i", body), timeout=TIMEOUT)
    except (OSError, KeyError, TimeoutError):
        return
