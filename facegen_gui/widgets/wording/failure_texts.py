"""The table of what is said of each failure: one row for every FailureKind, in English, to be translated.

Those of the library, the settings and the password store stand in `store_failure_texts`. How the cells are
put together stands in `failures`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from facegen_gui.domain.failures import FailureKind
from facegen_gui.widgets.wording.store_failure_texts import STORE_FAILURE_TEXTS, FailureText
from facegen_gui.widgets.wording.text import QT_TRANSLATE_NOOP

FAILURE_TEXTS: Mapping[FailureKind, FailureText] = MappingProxyType(
    {
        **STORE_FAILURE_TEXTS,
        FailureKind.key_missing: FailureText(
            QT_TRANSLATE_NOOP("Failures", "API key needed"),
            QT_TRANSLATE_NOOP("Failures", "The service only hands out pictures to somebody with an API key."),
            QT_TRANSLATE_NOOP("Failures", "Enter your API key; everything that waits then goes on."),
        ),
        FailureKind.key_rejected: FailureText(
            QT_TRANSLATE_NOOP("Failures", "API key not accepted"),
            QT_TRANSLATE_NOOP("Failures", "The service does not accept this API key."),
            QT_TRANSLATE_NOOP("Failures", "Check the key and enter it again; all that waits then goes on."),
        ),
        FailureKind.no_credit: FailureText(
            QT_TRANSLATE_NOOP("Failures", "No credit left"),
            QT_TRANSLATE_NOOP(
                "Failures", "The account at the service has no credit left, or its subscription has ended."
            ),
            QT_TRANSLATE_NOOP("Failures", "Ask whoever looks after the account, then press “Try again”."),
        ),
        FailureKind.plan: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Not part of your plan"),
            QT_TRANSLATE_NOOP("Failures", "The account's plan does not include fetching these pictures."),
            QT_TRANSLATE_NOOP("Failures", "Ask whoever looks after the account, then press “Try again”."),
        ),
        FailureKind.unknown_id: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The service does not know this ID"),
            QT_TRANSLATE_NOOP("Failures", "The service has no job with this ID, or has it no longer."),
            QT_TRANSLATE_NOOP(
                "Failures",
                "Compare the ID with the place you copied it from. IDs made on another kind of server are "
                "not "
                "found here: those have a fetch address of their own.",
            ),
        ),
        FailureKind.generation_failed: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The service could not make this picture"),
            QT_TRANSLATE_NOOP("Failures", "The service tried to make this picture and did not succeed."),
            QT_TRANSLATE_NOOP("Failures", "Order the picture again; it will get a new ID."),
        ),
        FailureKind.no_pictures: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Finished without a picture"),
            QT_TRANSLATE_NOOP("Failures", "The service calls the job finished, but it names no picture."),
            QT_TRANSLATE_NOOP("Failures", "Ask again later, or order the picture again."),
        ),
        FailureKind.not_ready_in_time: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Not finished within 24 hours"),
            QT_TRANSLATE_NOOP("Failures", "The service has been making this picture for more than 24 hours."),
            QT_TRANSLATE_NOOP("Failures", "Press “Ask again” to look once more, or order the picture again."),
        ),
        FailureKind.rate_limited: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The service asks us to slow down"),
            QT_TRANSLATE_NOOP("Failures", "Too many questions were asked in a short time."),
            QT_TRANSLATE_NOOP("Failures", "There is nothing you need to do."),
            QT_TRANSLATE_NOOP("Failures", "Fetching goes on by itself as soon as the service allows it."),
        ),
        FailureKind.service_trouble: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The service has trouble"),
            QT_TRANSLATE_NOOP("Failures", "The service gave an answer that cannot be understood."),
            QT_TRANSLATE_NOOP("Failures", "If it stays like this, ask again later."),
            QT_TRANSLATE_NOOP("Failures", "The program asks again by itself."),
        ),
        FailureKind.offline: FailureText(
            QT_TRANSLATE_NOOP("Failures", "No internet connection"),
            QT_TRANSLATE_NOOP("Failures", "This computer is not connected to the internet."),
            QT_TRANSLATE_NOOP("Failures", "Check the Wi-Fi or the network cable."),
            QT_TRANSLATE_NOOP("Failures", "Fetching goes on by itself as soon as the connection is back."),
        ),
        FailureKind.name_not_found: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Server not found"),
            QT_TRANSLATE_NOOP("Failures", "The network cannot find {host}."),
            QT_TRANSLATE_NOOP(
                "Failures",
                "Check the internet connection. In a company network, IT may have to allow this address.",
            ),
            QT_TRANSLATE_NOOP("Failures", "The program keeps trying by itself."),
        ),
        FailureKind.connection_refused: FailureText(
            QT_TRANSLATE_NOOP("Failures", "No connection to the server"),
            QT_TRANSLATE_NOOP("Failures", "{host} does not accept the connection."),
            QT_TRANSLATE_NOOP(
                "Failures",
                "If other websites work, the service may be down, or a firewall is in the way; IT can help.",
            ),
            QT_TRANSLATE_NOOP("Failures", "The program keeps trying by itself."),
        ),
        FailureKind.timed_out: FailureText(
            QT_TRANSLATE_NOOP("Failures", "No answer in time"),
            QT_TRANSLATE_NOOP("Failures", "{host} did not answer in time."),
            QT_TRANSLATE_NOOP("Failures", "If it stays like this, check the internet connection."),
            QT_TRANSLATE_NOOP("Failures", "The program tries again by itself."),
        ),
        FailureKind.certificate: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Secure connection not trusted"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "The certificate shown for {host} is not trusted by this computer, so nothing was sent.",
            ),
            QT_TRANSLATE_NOOP(
                "Failures",
                "In a company network, IT can give you a certificate file to add under Settings, Network. "
                "Also check that the computer's date and time are right.",
            ),
        ),
        FailureKind.proxy: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The proxy does not let us through"),
            QT_TRANSLATE_NOOP(
                "Failures", "The proxy server of your network refused or broke the connection."
            ),
            QT_TRANSLATE_NOOP(
                "Failures", "Check the proxy under Settings, Network, or ask IT; then press “Try again”."
            ),
        ),
        FailureKind.picture_not_yet: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Picture not there yet"),
            QT_TRANSLATE_NOOP("Failures", "The service named the picture before it can be downloaded."),
            QT_TRANSLATE_NOOP("Failures", "If it stays like this, ask again in a few minutes."),
            QT_TRANSLATE_NOOP("Failures", "The program looks for it again by itself."),
        ),
        FailureKind.picture_gone: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Picture no longer at the service"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "The picture is not there any more. As far as we know, the service keeps pictures about 24 "
                "hours.",
            ),
            QT_TRANSLATE_NOOP("Failures", "Order the picture again, or ask whoever ordered it for a copy."),
        ),
        FailureKind.picture_damaged: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Picture arrived damaged"),
            QT_TRANSLATE_NOOP("Failures", "The picture came incomplete or damaged."),
            QT_TRANSLATE_NOOP("Failures", "If it stays like this, ask again later."),
            QT_TRANSLATE_NOOP("Failures", "The program downloads it again by itself."),
        ),
        FailureKind.not_a_picture: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Not a picture"),
            QT_TRANSLATE_NOOP("Failures", "The service delivered something that is not a picture."),
            QT_TRANSLATE_NOOP(
                "Failures", "Check that the ID belongs to a face picture. You can save the file as it is."
            ),
        ),
        FailureKind.too_large: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Picture too large"),
            QT_TRANSLATE_NOOP("Failures", "The picture is larger than this program accepts."),
            QT_TRANSLATE_NOOP("Failures", "Ask whoever ordered it for a smaller one."),
        ),
        FailureKind.too_large_to_show: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Picture too large to be shown or converted"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "It takes too much memory to show or convert this picture here; it is kept as it is.",
            ),
            QT_TRANSLATE_NOOP("Failures", "Save it in the format in which it was received."),
        ),
        FailureKind.unsafe_link: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Picture link not safe"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "The picture's link leads to a place that is not safe to open, so it was not opened.",
            ),
            QT_TRANSLATE_NOOP("Failures", "Please show this to IT or to the service's support."),
        ),
        FailureKind.disk_full: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The disk is full"),
            QT_TRANSLATE_NOOP(
                "Failures", "There is no room left for {path}. Nothing half-written was left behind."
            ),
            QT_TRANSLATE_NOOP("Failures", "Make some room on the disk, or choose another folder."),
            QT_TRANSLATE_NOOP("Failures", "Fetching goes on by itself when there is room again."),
        ),
        FailureKind.folder_missing: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Folder not there"),
            QT_TRANSLATE_NOOP("Failures", "{path} cannot be found. A drive may not be connected."),
            QT_TRANSLATE_NOOP("Failures", "Connect the drive, or choose another folder."),
            QT_TRANSLATE_NOOP("Failures", "Fetching goes on by itself when the folder is back."),
        ),
        FailureKind.folder_not_writable: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Folder cannot be written to"),
            QT_TRANSLATE_NOOP("Failures", "You have no permission to write to {path}."),
            QT_TRANSLATE_NOOP("Failures", "Choose another folder, or ask IT for permission."),
            QT_TRANSLATE_NOOP("Failures", "Fetching goes on by itself when the folder can be written to."),
        ),
        FailureKind.file_unreadable: FailureText(
            QT_TRANSLATE_NOOP("Failures", "File cannot be read"),
            QT_TRANSLATE_NOOP("Failures", "{path} cannot be read. It may have been moved or deleted."),
            QT_TRANSLATE_NOOP("Failures", "Ask again for this job; the picture may still be at the service."),
        ),
        FailureKind.files_vanished: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Picture files are gone"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "Picture files that were in {path} are no longer there. They may have been moved or deleted.",
            ),
            QT_TRANSLATE_NOOP(
                "Failures",
                "What the service still has is fetched again by itself. If you moved the files, put them "
                "back and start the program again.",
            ),
        ),
        FailureKind.internal: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Something went wrong in the program"),
            QT_TRANSLATE_NOOP("Failures", "The program made a mistake here. Your pictures are safe."),
            QT_TRANSLATE_NOOP(
                "Failures",
                "Try it once more. If it happens again, choose Help, Copy diagnostics, and send that.",
            ),
        ),
    }
)
