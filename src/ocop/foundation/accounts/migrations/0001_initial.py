
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import ocop.foundation.accounts.labels
import ocop.foundation.accounts.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(error_messages={'unique': 'Tên đăng nhập này đã có người dùng.'}, max_length=60, unique=True, validators=[ocop.foundation.accounts.models.check_sign_in_name], verbose_name='Tên đăng nhập')),
                ('full_name', models.CharField(max_length=120, verbose_name='Họ và tên')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='Thư điện tử')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='Điện thoại')),
                ('language', models.CharField(choices=[('vi', 'Tiếng Việt'), ('en', 'Tiếng Anh')], default='vi', max_length=5, verbose_name='Ngôn ngữ')),
                ('is_active', models.BooleanField(default=True, verbose_name='Đang hoạt động')),
                ('is_superuser', models.BooleanField(default=False, verbose_name='Được sửa chữa mọi thứ')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='Ngày tạo')),
                ('search_text', models.TextField(default='', editable=False)),
            ],
            options={
                'verbose_name': 'người dùng',
                'verbose_name_plural': 'người dùng',
                'ordering': ['full_name', 'username'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), condition=models.Q(('email', ''), _negated=True), name='accounts_person_email_once'), models.CheckConstraint(condition=models.Q(('full_name', ''), _negated=True), name='accounts_person_has_name')],
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(choices=ocop.foundation.accounts.labels.level_choices, max_length=12, verbose_name='Cấp')),
                ('body', models.CharField(choices=ocop.foundation.accounts.labels.body_choices, max_length=30, verbose_name='Cơ quan')),
                ('name', models.CharField(max_length=200, verbose_name='Tên cơ quan')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='places.place', verbose_name='Địa bàn')),
            ],
            options={
                'verbose_name': 'cơ quan',
                'verbose_name_plural': 'cơ quan',
                'ordering': ['level', 'name'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('level', 'ministry'), ('place__isnull', True)), models.Q(models.Q(('level', 'ministry'), _negated=True), ('place__isnull', False)), _connector='OR'), name='accounts_office_place_unless_ministry'),
                    models.UniqueConstraint(fields=('place', 'name'), name='accounts_office_once_in_place'),
                    models.UniqueConstraint(condition=models.Q(('place__isnull', True)), fields=('name',),
                    name='accounts_office_once_in_ministry'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=ocop.foundation.accounts.labels.role_choices, max_length=20, verbose_name='Vai trò')),
                ('title', models.CharField(blank=True, max_length=120, verbose_name='Chức danh')),
                ('starts_at', models.DateTimeField(verbose_name='Từ lúc')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='Đến lúc')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='accounts.office', verbose_name='Cơ quan')),
            ],
            options={
                'verbose_name': 'phân công',
                'verbose_name_plural': 'phân công',
                'ordering': ['-starts_at', '-id'],
                'indexes': [
                    models.Index(fields=['role', 'office'], name='accounts_appointment_role'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('ends_at__isnull', True),
                    ('ends_at__gte', models.F('starts_at')), _connector='OR'),
                    name='accounts_appointment_ends_after_start'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                ('device', models.CharField(blank=True, max_length=200)),
                ('signed_in_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'phiên đăng nhập',
                'verbose_name_plural': 'phiên đăng nhập',
                'abstract': False,
            },
        ),
    ]
