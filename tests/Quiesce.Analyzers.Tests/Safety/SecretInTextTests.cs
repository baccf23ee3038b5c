using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class SecretInTextTests
{
    [Theory]
    [InlineData("""PreScriptParams = ["--user=backup", "password=$SECRET", "pwd", "--password-file=/x", "https://example.org:8443/a@b"]""")]
    public Task A_value_from_elsewhere_is_not_reported(string written)
        => new ProjectBuilder(SecretInTextRule.RuleId).WithSource(ProfileSource.With(", " + written)).ValidateAsync();

    [Theory]
    [InlineData("""[BeforeQuiesce] private const string Step = "mysql -u root -e 'select 1' && redis-cli -a \"$PASS\" save";""")]
    public Task Nor_is_that_of_a_step(string written)
        => new ProjectBuilder(SecretInTextRule.RuleId).WithSource(ProfileSource.With(body: "    " + written)).ValidateAsync();

    [Theory]
    [InlineData("""PreScriptParams = [[|"password=hunter2"|], [|"Server=db;Pwd=x1;"|], "plain"]""")]
    [InlineData("""PostScriptParams = [[|"https://me:pw@example.org/"|], [|"AccountKey=abc=="|], [|"-----BEGIN RSA PRIVATE KEY-----"|]]""")]
    public Task A_literal_is_reported(string written)
        => new ProjectBuilder(SecretInTextRule.RuleId).WithSource(ProfileSource.With(", " + written)).ShouldNotBeFixed().ValidateAsync();

    [Theory]
    [InlineData("""[BeforeQuiesce] private const string Step = [|"mysql -uroot -phunter2 -e x"|];""")]
    [InlineData("""[AfterRelease] private const string Step = [|"PGPASSWORD=x psql"|];""")]
    [InlineData("""[BeforeQuiesce] private const string Step = [|"redis-cli -a hunter2 save"|];""")]
    public Task So_is_that_of_a_step(string written)
        => new ProjectBuilder(SecretInTextRule.RuleId).WithSource(ProfileSource.With(body: "    " + written)).ShouldNotBeFixed().ValidateAsync();
}
