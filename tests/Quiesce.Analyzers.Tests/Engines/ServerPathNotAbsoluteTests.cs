using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class ServerPathNotAbsoluteTests
{
    [Theory]
    [InlineData("""[MariaDb("orders", DefaultsFile = "/etc/quiesce/orders.cnf", Socket = "/run/mysqld/mysqld.sock", Client = "/usr/bin/mariadb")]""")]
    [InlineData("""[MySql("orders", DefaultsFile = null)]""")]
    public Task An_absolute_path_is_not_reported(string written)
        => new ProjectBuilder(ServerPathNotAbsoluteRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[MariaDb("orders", DefaultsFile = [|"orders.cnf"|])]""")]
    [InlineData("""[MySql("orders", Socket = [|"~/mysqld.sock"|])]""")]
    [InlineData("""[PostgreSql("ledger", PassFile = [|".pgpass"|])]""")]
    [InlineData("""[PostgreSql("ledger", Client = [|"psql"|])]""")]
    [InlineData("""[Redis("cache", Socket = [|"redis.sock"|])]""")]
    [InlineData("""[Redis("cache", PasswordFile = [|"password"|])]""")]
    [InlineData("""[MongoDb("carts", PasswordFile = [|"password"|])]""")]
    public Task A_relative_path_is_reported(string written)
        => new ProjectBuilder(ServerPathNotAbsoluteRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
