"""The parts that screens are made of. They show and report; what follows is decided by the screens."""
