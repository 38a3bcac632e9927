using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Clipyard.Server.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "archive_chains",
                columns: table => new
                {
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    head = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_chains", x => new { x.owner_id, x.name });
                }
            );

            migrationBuilder.CreateTable(
                name: "archive_records",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    video_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    prev = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    mac = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    erased_at = table.Column<long>(type: "INTEGER", nullable: true),
                    erased_reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    erased_mac = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_records", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_log", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "called_posts",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_called_posts", x => x.post_id);
                }
            );

            migrationBuilder.CreateTable(
                name: "doomed_objects",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    video_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    @object = table.Column<string>(name: "object", type: "TEXT", maxLength: 300, nullable: false),
                    doomed_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doomed_objects", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    untold_since = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    resource_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_idempotency_keys",
                        x => new
                        {
                            x.owner_id,
                            x.route,
                            x.key,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    installation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    machine = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    highest_attempt = table.Column<long>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    pause_reason = table.Column<string>(type: "TEXT", nullable: true),
                    holds_messages = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "instances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    account_ids = table.Column<string>(type: "TEXT", nullable: false),
                    video_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    caption_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instances", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    lane = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    student_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    total_items = table.Column<int>(type: "INTEGER", nullable: true),
                    done_items = table.Column<int>(type: "INTEGER", nullable: false),
                    failed_items = table.Column<int>(type: "INTEGER", nullable: false),
                    failure_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    failure_detail = table.Column<string>(type: "TEXT", nullable: true),
                    cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    failed_steps = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_holder = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    store_prefix = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "post_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    post_ids = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post_imports", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    callback_url = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    transfer = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    caption = table.Column<string>(type: "TEXT", nullable: true),
                    photo_title = table.Column<string>(type: "TEXT", nullable: true),
                    settings = table.Column<string>(type: "TEXT", nullable: false),
                    repair = table.Column<bool>(type: "INTEGER", nullable: false),
                    repair_notes = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: true),
                    scheduled_for = table.Column<long>(type: "INTEGER", nullable: true),
                    schedule_zone = table.Column<string>(type: "TEXT", nullable: true),
                    needs_approval = table.Column<bool>(type: "INTEGER", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    approved_version = table.Column<string>(type: "TEXT", nullable: true),
                    lane = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    wait_code = table.Column<string>(type: "TEXT", nullable: true),
                    wait_reason = table.Column<string>(type: "TEXT", nullable: true),
                    passing_failures = table.Column<int>(type: "INTEGER", nullable: false),
                    failed_steps = table.Column<int>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    publish_id = table.Column<string>(type: "TEXT", nullable: true),
                    post_ids = table.Column<string>(type: "TEXT", nullable: false),
                    username = table.Column<string>(type: "TEXT", nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", nullable: true),
                    failure_detail = table.Column<string>(type: "TEXT", nullable: true),
                    tik_tok_code = table.Column<string>(type: "TEXT", nullable: true),
                    tik_tok_log_id = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    handed_over_at = table.Column<long>(type: "INTEGER", nullable: true),
                    in_inbox_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    files_removed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lease_holder = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posts", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "student_feeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    student_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    student_linked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_token = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    rotated_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_student_feeds", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "tiktok_calls",
                columns: table => new
                {
                    open_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    call = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    instants = table.Column<byte[]>(type: "BLOB", maxLength: 512, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tiktok_calls", x => new { x.open_id, x.call });
                }
            );

            migrationBuilder.CreateTable(
                name: "tiktok_notices",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    open_id = table.Column<string>(type: "TEXT", nullable: true),
                    publish_id = table.Column<string>(type: "TEXT", nullable: true),
                    post_id = table.Column<string>(type: "TEXT", nullable: true),
                    matched_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tiktok_notices", x => x.key);
                }
            );

            migrationBuilder.CreateTable(
                name: "tiktok_users",
                columns: table => new
                {
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    student_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    username = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    linked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_download_at = table.Column<long>(type: "INTEGER", nullable: true),
                    stored_videos = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tiktok_users", x => new { x.owner_id, x.student_id });
                }
            );

            migrationBuilder.CreateTable(
                name: "tiktok_videos",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    student_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    username = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    video_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    video_url = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    caption = table.Column<string>(type: "TEXT", nullable: false),
                    duration_ms = table.Column<long>(type: "INTEGER", nullable: true),
                    sorted_duration_ms = table.Column<long>(
                        type: "INTEGER",
                        nullable: false,
                        computedColumnSql: "COALESCE(duration_ms, 0)",
                        stored: true
                    ),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    chain = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    record_seq = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tiktok_videos", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: true),
                    offset = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    metadata = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: true),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploads", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "webhook_secrets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false),
                    old_sealed = table.Column<string>(type: "TEXT", nullable: true),
                    old_until = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_secrets", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    events = table.Column<string>(type: "TEXT", nullable: false),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    disabled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    disabled_reason = table.Column<string>(type: "TEXT", nullable: true),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    output_data = table.Column<string>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    completed_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tasks", x => x.id);
                    table.ForeignKey(
                        name: "FK_tasks_instances_instance_id",
                        column: x => x.instance_id,
                        principalTable: "instances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "job_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    job_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    video_id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    message = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_items", x => x.id);
                    table.ForeignKey(
                        name: "FK_job_items_jobs_job_id",
                        column: x => x.job_id,
                        principalTable: "jobs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    prefix = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    scopes = table.Column<int>(type: "INTEGER", nullable: false),
                    allow_in_query = table.Column<bool>(type: "INTEGER", nullable: false),
                    default_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    default_caption = table.Column<string>(type: "TEXT", maxLength: 2200, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "FK_api_keys_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_people_claims_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_people_logins_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_people_tokens",
                        x => new
                        {
                            x.user_id,
                            x.login_provider,
                            x.name,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_people_tokens_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tiktok_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    username = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    avatar_url = table.Column<string>(type: "TEXT", nullable: true),
                    scopes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    state_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    tokens = table.Column<string>(type: "TEXT", nullable: true),
                    token_version = table.Column<long>(type: "INTEGER", nullable: false),
                    access_expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    refresh_expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    refresh_holder = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    refresh_until = table.Column<long>(type: "INTEGER", nullable: true),
                    connected_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tiktok_accounts", x => x.id);
                    table.ForeignKey(
                        name: "FK_tiktok_accounts_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tiktok_connects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    browser_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    verifier = table.Column<string>(type: "TEXT", nullable: true),
                    redirect_uri = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    return_to = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    asks_first = table.Column<bool>(type: "INTEGER", nullable: false),
                    proof_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    pending = table.Column<string>(type: "TEXT", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tiktok_connects", x => x.id);
                    table.ForeignKey(
                        name: "FK_tiktok_connects_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "approval_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    made_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approval_links", x => x.id);
                    table.ForeignKey(
                        name: "FK_approval_links_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "post_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    post_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    transfer = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    publish_id = table.Column<string>(type: "TEXT", nullable: true),
                    upload_address = table.Column<string>(type: "TEXT", nullable: true),
                    pull_token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    committed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    end = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    tik_tok_code = table.Column<string>(type: "TEXT", nullable: true),
                    tik_tok_log_id = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post_attempts", x => x.id);
                    table.ForeignKey(
                        name: "FK_post_attempts_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "post_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    post_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: true),
                    data = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post_events", x => x.id);
                    table.ForeignKey(
                        name: "FK_post_events_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "post_files",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @object = table.Column<string>(name: "object", type: "TEXT", maxLength: 512, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: true),
                    height = table.Column<int>(type: "INTEGER", nullable: true),
                    duration_ms = table.Column<long>(type: "INTEGER", nullable: true),
                    frame_rate = table.Column<double>(type: "REAL", nullable: true),
                    video_codec = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_post_files", x => new { x.post_id, x.position });
                    table.ForeignKey(
                        name: "FK_post_files_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tiktok_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    clip_id = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    @object = table.Column<string>(name: "object", type: "TEXT", maxLength: 300, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tiktok_files", x => x.id);
                    table.ForeignKey(
                        name: "FK_tiktok_files_tiktok_videos_clip_id",
                        column: x => x.clip_id,
                        principalTable: "tiktok_videos",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    webhook_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    post_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    event_id = table.Column<long>(type: "INTEGER", nullable: true),
                    type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    lane = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    failed_in_a_row = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_attempt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_status = table.Column<int>(type: "INTEGER", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    duration_ms = table.Column<int>(type: "INTEGER", nullable: true),
                    response = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "FK_webhook_deliveries_webhooks_webhook_id",
                        column: x => x.webhook_id,
                        principalTable: "webhooks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "task_logs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    message = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    details = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_logs", x => x.id);
                    table.ForeignKey(
                        name: "FK_task_logs_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "task_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    step_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_task_steps_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_api_keys_hash", table: "api_keys", column: "hash", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_owner_id_created_at",
                table: "api_keys",
                columns: new[] { "owner_id", "created_at" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_approval_links_expires_at",
                table: "approval_links",
                column: "expires_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_approval_links_post_id_id",
                table: "approval_links",
                columns: new[] { "post_id", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_approval_links_token_hash",
                table: "approval_links",
                column: "token_hash",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_archive_records_owner_id_chain_seq",
                table: "archive_records",
                columns: new[] { "owner_id", "chain", "seq" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_archive_records_owner_id_video_id",
                table: "archive_records",
                columns: new[] { "owner_id", "video_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_audit_log_owner_id_id",
                table: "audit_log",
                columns: new[] { "owner_id", "id" }
            );

            migrationBuilder.CreateIndex(name: "IX_events_at", table: "events", column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_events_owner_id_id",
                table: "events",
                columns: new[] { "owner_id", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_events_owner_id_subject_id",
                table: "events",
                columns: new[] { "owner_id", "subject", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_events_owner_id_untold_since",
                table: "events",
                columns: new[] { "owner_id", "untold_since" },
                filter: "untold_since IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_keys_created_at",
                table: "idempotency_keys",
                column: "created_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_instances_owner_id_created_at_id",
                table: "instances",
                columns: new[] { "owner_id", "created_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_job_items_job_id_position",
                table: "job_items",
                columns: new[] { "job_id", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_jobs_ended_at", table: "jobs", column: "ended_at");

            migrationBuilder.CreateIndex(name: "IX_jobs_lane_state", table: "jobs", columns: new[] { "lane", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_owner_id_created_at_id",
                table: "jobs",
                columns: new[] { "owner_id", "created_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_owner_id_student_id_created_at_id",
                table: "jobs",
                columns: new[] { "owner_id", "student_id", "created_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_state_due_at",
                table: "jobs",
                columns: new[] { "state", "due_at" }
            );

            migrationBuilder.CreateIndex(name: "EmailIndex", table: "people", column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "people",
                column: "normalized_user_name",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_people_claims_user_id", table: "people_claims", column: "user_id");

            migrationBuilder.CreateIndex(name: "IX_people_logins_user_id", table: "people_logins", column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_post_attempts_live",
                table: "post_attempts",
                column: "post_id",
                unique: true,
                filter: "state IN ('Open', 'Committed')"
            );

            migrationBuilder.CreateIndex(
                name: "IX_post_attempts_open_id_created_at",
                table: "post_attempts",
                columns: new[] { "open_id", "created_at" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_post_attempts_post_id_number",
                table: "post_attempts",
                columns: new[] { "post_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_post_attempts_publish_id",
                table: "post_attempts",
                column: "publish_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_post_attempts_pull_token_hash",
                table: "post_attempts",
                column: "pull_token_hash"
            );

            migrationBuilder.CreateIndex(
                name: "IX_post_events_post_id_id",
                table: "post_events",
                columns: new[] { "post_id", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_post_imports_created_at",
                table: "post_imports",
                column: "created_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_posts_account_id_state",
                table: "posts",
                columns: new[] { "account_id", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_posts_due_at",
                table: "posts",
                column: "due_at",
                filter: "lane IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_posts_ended_at",
                table: "posts",
                column: "ended_at",
                filter: "files_removed_at IS NULL AND ended_at IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_posts_in_inbox_at",
                table: "posts",
                column: "in_inbox_at",
                filter: "files_removed_at IS NULL AND in_inbox_at IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_posts_lane_due_at",
                table: "posts",
                columns: new[] { "lane", "due_at" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_posts_owner_id_created_at_id",
                table: "posts",
                columns: new[] { "owner_id", "created_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_posts_owner_id_state_created_at_id",
                table: "posts",
                columns: new[] { "owner_id", "state", "created_at", "id" }
            );

            migrationBuilder.CreateIndex(name: "IX_posts_publish_id", table: "posts", column: "publish_id");

            migrationBuilder.CreateIndex(
                name: "IX_posts_task",
                table: "posts",
                column: "task_id",
                unique: true,
                filter: "task_id IS NOT NULL AND state NOT IN ('Failed', 'Rejected', 'Cancelled')"
            );

            migrationBuilder.CreateIndex(
                name: "IX_student_feeds_owner_id_student_id",
                table: "student_feeds",
                columns: new[] { "owner_id", "student_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_student_feeds_token_hash",
                table: "student_feeds",
                column: "token_hash",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_task_logs_task_id_id",
                table: "task_logs",
                columns: new[] { "task_id", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_task_steps_task_id_position",
                table: "task_steps",
                columns: new[] { "task_id", "position" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tasks_instance_id_created_at_id",
                table: "tasks",
                columns: new[] { "instance_id", "created_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_accounts_open_id",
                table: "tiktok_accounts",
                column: "open_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_accounts_owner_id_open_id",
                table: "tiktok_accounts",
                columns: new[] { "owner_id", "open_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_accounts_state_access_expires_at",
                table: "tiktok_accounts",
                columns: new[] { "state", "access_expires_at" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_calls_changed_at",
                table: "tiktok_calls",
                column: "changed_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_connects_expires_at",
                table: "tiktok_connects",
                column: "expires_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_connects_owner_id",
                table: "tiktok_connects",
                column: "owner_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_connects_state_hash",
                table: "tiktok_connects",
                column: "state_hash",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_files_clip_id_position",
                table: "tiktok_files",
                columns: new[] { "clip_id", "position" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_files_object",
                table: "tiktok_files",
                column: "object",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_notices_publish_id",
                table: "tiktok_notices",
                column: "publish_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_notices_received_at",
                table: "tiktok_notices",
                column: "received_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_users_owner_id_username",
                table: "tiktok_users",
                columns: new[] { "owner_id", "username" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_videos_owner_id_posted_at_id",
                table: "tiktok_videos",
                columns: new[] { "owner_id", "posted_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_videos_owner_id_size_bytes_id",
                table: "tiktok_videos",
                columns: new[] { "owner_id", "size_bytes", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_videos_owner_id_sorted_duration_ms_id",
                table: "tiktok_videos",
                columns: new[] { "owner_id", "sorted_duration_ms", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_videos_owner_id_stored_at_id",
                table: "tiktok_videos",
                columns: new[] { "owner_id", "stored_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_videos_owner_id_student_id_posted_at_id",
                table: "tiktok_videos",
                columns: new[] { "owner_id", "student_id", "posted_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_videos_owner_id_student_id_stored_at_id",
                table: "tiktok_videos",
                columns: new[] { "owner_id", "student_id", "stored_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_videos_owner_id_username_stored_at_id",
                table: "tiktok_videos",
                columns: new[] { "owner_id", "username", "stored_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tiktok_videos_owner_id_video_id",
                table: "tiktok_videos",
                columns: new[] { "owner_id", "video_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_uploads_expires_at", table: "uploads", column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_uploads_owner_id_expires_at",
                table: "uploads",
                columns: new[] { "owner_id", "expires_at" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_created_at",
                table: "webhook_deliveries",
                column: "created_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_event_id_webhook_id",
                table: "webhook_deliveries",
                columns: new[] { "event_id", "webhook_id" },
                unique: true,
                filter: "event_id IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_lane_next_attempt_at",
                table: "webhook_deliveries",
                columns: new[] { "lane", "next_attempt_at" },
                filter: "next_attempt_at IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_owner_id_id",
                table: "webhook_deliveries",
                columns: new[] { "owner_id", "id" },
                filter: "post_id IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_webhook_id_id",
                table: "webhook_deliveries",
                columns: new[] { "webhook_id", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_webhook_id_state_id",
                table: "webhook_deliveries",
                columns: new[] { "webhook_id", "state", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_webhooks_owner_id_id",
                table: "webhooks",
                columns: new[] { "owner_id", "id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "api_keys");

            migrationBuilder.DropTable(name: "approval_links");

            migrationBuilder.DropTable(name: "archive_chains");

            migrationBuilder.DropTable(name: "archive_records");

            migrationBuilder.DropTable(name: "audit_log");

            migrationBuilder.DropTable(name: "called_posts");

            migrationBuilder.DropTable(name: "doomed_objects");

            migrationBuilder.DropTable(name: "events");

            migrationBuilder.DropTable(name: "idempotency_keys");

            migrationBuilder.DropTable(name: "installation");

            migrationBuilder.DropTable(name: "job_items");

            migrationBuilder.DropTable(name: "people_claims");

            migrationBuilder.DropTable(name: "people_logins");

            migrationBuilder.DropTable(name: "people_tokens");

            migrationBuilder.DropTable(name: "post_attempts");

            migrationBuilder.DropTable(name: "post_events");

            migrationBuilder.DropTable(name: "post_files");

            migrationBuilder.DropTable(name: "post_imports");

            migrationBuilder.DropTable(name: "student_feeds");

            migrationBuilder.DropTable(name: "task_logs");

            migrationBuilder.DropTable(name: "task_steps");

            migrationBuilder.DropTable(name: "tiktok_accounts");

            migrationBuilder.DropTable(name: "tiktok_calls");

            migrationBuilder.DropTable(name: "tiktok_connects");

            migrationBuilder.DropTable(name: "tiktok_files");

            migrationBuilder.DropTable(name: "tiktok_notices");

            migrationBuilder.DropTable(name: "tiktok_users");

            migrationBuilder.DropTable(name: "uploads");

            migrationBuilder.DropTable(name: "webhook_deliveries");

            migrationBuilder.DropTable(name: "webhook_secrets");

            migrationBuilder.DropTable(name: "jobs");

            migrationBuilder.DropTable(name: "posts");

            migrationBuilder.DropTable(name: "tasks");

            migrationBuilder.DropTable(name: "people");

            migrationBuilder.DropTable(name: "tiktok_videos");

            migrationBuilder.DropTable(name: "webhooks");

            migrationBuilder.DropTable(name: "instances");
        }
    }
}
