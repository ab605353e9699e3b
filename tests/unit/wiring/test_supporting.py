"""What those who support the program are told is what holds, in practice mode too."""

from facegen_gui.api.link_policy import host_of
from facegen_gui.widgets.dialogs.check_up_dialog import CheckUpDialog
from facegen_gui.wiring.supporting import Supporting
from tests.unit.wiring.conftest import Open


def test_practice_mode_names_its_own_server_in_diagnostics_and_the_note_for_it(
    open_program: Open,
) -> None:
    application = open_program("")
    usual = application.owner.network.server
    end_practice = application.start_practice()
    try:
        server = application.owner.network.server
        assert server != usual
        supporting = application.window.findChild(Supporting)
        text = supporting._diagnostics(False)
        assert server.split("/api")[0] in text
        assert usual not in text
        supporting.open_check_up()
        dialog = application.window.findChild(CheckUpDialog)
        dialog.end()
        assert host_of(server) in dialog.note.toPlainText()
    finally:
        application.stop()
        end_practice()
