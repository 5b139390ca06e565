"""The idea no longer names its dossier."""

import ocop.casework.ideas.states
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0006_turned_round'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='idea',
            name='dossiers_idea_approved_has_moment',
        ),
        migrations.RemoveField(
            model_name='idea',
            name='dossier',
        ),
        migrations.AddConstraint(
            model_name='idea',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at', models.F('decided_at')), ('state', ocop.casework.ideas.states.IdeaState['APPROVED'])), models.Q(models.Q(('state', ocop.casework.ideas.states.IdeaState['APPROVED']), _negated=True), ('approved_at__isnull', True), ('used_at__isnull', True)), _connector='OR'), name='dossiers_idea_approved_has_moment'),
        ),
    ]
