namespace Quiesce.Analyzers.Tests;

/// <summary>The profile around what a test is about.</summary>
internal static class ProfileSource
{
    /// <param name="settings">Further arguments of <c>[ConsistencyProfile]</c>, after a comma.</param>
    /// <param name="engines">The engines' attributes.</param>
    /// <param name="body">The class's members.</param>
    public static string With(string settings = "", string engines = """[MariaDb("orders", Mounts = ["/var/lib/mysql"])]""", string body = "") => $$"""
        using Quiesce;

        [ConsistencyProfile("web-shop"{{settings}})]
        {{engines}}
        internal static partial class WebShop
        {
        {{body}}
        }
        """;
}
