"""Copying and opening the address of a source, on every screen where one can be chosen."""

from __future__ import annotations

from assistant.ui.screens.frame import FramedScreen

NO_ADDRESS = "No address is known for this source."


class SourceAddressScreen(FramedScreen):
    """A screen on which a source can be chosen."""

    def chosen_address(self) -> str:
        """Give the address of the chosen source; where there is none, say why and give nothing."""
        raise NotImplementedError

    def address_name(self) -> str:
        """Name what is copied, as the beginning of a sentence."""
        return "The address of the source"

    def action_copy_address(self) -> None:
        """Copy the address of the chosen source."""
        address = self.chosen_address()
        if address:
            self.host.deliver_copy(address, self.address_name())

    def action_open_source(self) -> None:
        """Open the chosen source in a browser."""
        address = self.chosen_address()
        if address:
            self.host.open_address(address)
