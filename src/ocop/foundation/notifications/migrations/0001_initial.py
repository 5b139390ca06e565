
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=200, verbose_name='Tiêu đề')),
                ('body', models.TextField(verbose_name='Nội dung')),
                ('url', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField(verbose_name='Lúc')),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'thông báo',
                'verbose_name_plural': 'thông báo',
                'ordering': ['-created_at', '-id'],
                'indexes': [
                    models.Index(fields=['person', '-created_at'], name='notifications_inbox'),
                    models.Index(condition=models.Q(('read_at__isnull', True)), fields=['person'],
                    name='notifications_unread'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Envelope',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recipient', models.EmailField(max_length=254)),
                ('sender', models.CharField(blank=True, max_length=200)),
                ('subject', models.CharField(max_length=300)),
                ('body', models.TextField()),
                ('mail_id', models.CharField(max_length=200, unique=True)),
                ('created_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('last_error', models.CharField(blank=True, max_length=300)),
                ('sent_at', models.DateTimeField(null=True)),
                ('given_up_at', models.DateTimeField(null=True)),
                ('message', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='envelopes', to='notifications.message')),
            ],
            options={
                'verbose_name': 'thư gửi đi',
                'verbose_name_plural': 'thư gửi đi',
                'ordering': ['id'],
                'indexes': [
                    models.Index(condition=models.Q(('given_up_at__isnull', True), ('sent_at__isnull', True)),
                    fields=['due_at'], name='notifications_outbox_due'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('sent_at__isnull', True),
                    ('given_up_at__isnull', True), _connector='OR'),
                    name='notifications_envelope_sent_or_given_up'),
                ],
            },
        ),
    ]
