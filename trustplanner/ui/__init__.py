"""What a person sees and touches: the kit knows no screen, screens know no other screen."""
